"""The check before the login: what an author asks, where answers lead, the page that visitors see."""

from .faults import check_faults
from .views import check

__all__ = ["check", "check_faults"]
