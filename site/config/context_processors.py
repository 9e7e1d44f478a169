from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs to know."""
    return {"is_demo": settings.IS_DEMO, "surface": settings.SURFACE}
