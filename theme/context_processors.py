from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject, lazy

from .brand import brand_of


def brand(request: HttpRequest) -> dict[str, object]:
    """`brand` and `site_name`, looked up only by a page that shows them."""
    return {
        "brand": SimpleLazyObject(lambda: brand_of(request)),
        "site_name": lazy(lambda: brand_of(request).site_name, str)(),
    }
