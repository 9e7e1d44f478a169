"""Own data as one ZIP: everything that is kept about a person, readable by people and by programs."""

from .archive import own_data_zip

__all__ = ["own_data_zip"]
