from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs to know."""
    return {"site_name": settings.WAGTAIL_SITE_NAME, "is_demo": settings.IS_DEMO, "surface": settings.SURFACE}
