from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from procedure_pages.banners import shown_banners
from submissions.queries import unread_news


def portal(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs to know. Banners and news are looked up only where they are shown."""
    language = (get_language() or settings.LANGUAGE_CODE).partition("-")[0]
    return {
        "is_demo": settings.IS_DEMO,
        "surface": settings.SURFACE,
        "home_url": "/" if language == settings.LANGUAGE_CODE else f"/{language}/",
        "banners": SimpleLazyObject(shown_banners),
        "unread_news": SimpleLazyObject(lambda: unread_news(request.user)),
    }
