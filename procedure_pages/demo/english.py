"""The English pages of the demo: the entrance, the catalogue and one procedure, copied the way an editor translates."""

from typing import Any, TypeVar

from wagtail.models import Locale, Page

from accounts.models import User

from ..models import CataloguePage, HomePage, ProcedurePage, QuestionSet
from ..staff import create_editorial_groups, create_moderation
from .disclosure_english import FIELDS, STREAMS

P = TypeVar("P", bound=Page)
KEPT = {"id", "type", "alias", "prefill", "pattern", "formula"}
"""What of a block is no text."""
STREAM_FIELDS = ("guidance", "steps", "rules")
HOME = {
    "title": "Madoguchi Prefecture Online Counter",
    "slug": "madoguchi-en",
    "headline": "The prefecture's procedures, any time, anywhere.",
    "lead": "Apply, follow your application and receive the notice without going to the counter.",
}
CATALOGUE = {
    "title": "Procedures",
    "lead": "These procedures are explained in English. All others are in Japanese: switch the language to see them.",
}


def create_english(home: HomePage, *, user: User | None = None) -> int:
    """How many pages there are in English now."""
    locale, _is_new = Locale.objects.get_or_create(language_code="en")
    english = _translate(home, locale, HOME)
    create_editorial_groups(english)
    create_moderation(english)
    user = user and User.objects.get(pk=user.pk)  # who remembers what was allowed before
    catalogue = CataloguePage.objects.get(slug="procedures", locale=home.locale)
    procedure = ProcedurePage.objects.get(slug="disclosure-request", locale=home.locale)
    _translate(catalogue, locale, CATALOGUE, user=user)
    streams = {name: in_english(getattr(procedure, name).get_prep_value()) for name in STREAM_FIELDS}
    _use_english_parts(streams["steps"], user=user)
    _translate(procedure, locale, {**FIELDS, **streams}, user=user)
    return Page.objects.filter(locale=locale, live=True).count()


def in_english(part: Any) -> Any:
    """Every text of a stream in English, its ids as they are. KeyError for a text without a translation."""
    if isinstance(part, list):
        return [in_english(item) for item in part]
    if isinstance(part, dict):
        return {name: value if name in KEPT else in_english(value) for name, value in part.items()}
    return STREAMS[part] if isinstance(part, str) and not part.isascii() else part


def _use_english_parts(steps: list[dict[str, Any]], *, user: User | None) -> None:
    """Parts of the library that `steps` take over, each with a part in English that has the same ids."""
    for step in steps:
        for child in step["value"]["fields"]:
            if child["type"] == "library":
                child["value"] = _english_part(QuestionSet.objects.get(pk=child["value"]), user=user).pk


def _english_part(part: QuestionSet, *, user: User | None) -> QuestionSet:
    questions = in_english(part.questions.get_prep_value())
    english, is_new = QuestionSet.objects.get_or_create(
        name=f"{part.name} (English)", defaults={"questions": questions, "live": False}
    )
    if is_new:
        english.save_revision(user=user).publish(user=user)
    return english


def _translate(page: P, locale: Locale, values: dict[str, Any], *, user: User | None = None) -> P:
    """The translation of `page`, published, unless there is one: what editors changed since stays."""
    existing = page.get_translation_or_none(locale)
    if existing is not None:
        return existing.specific
    copy: P = page.copy_for_translation(locale)
    for name, value in values.items():
        setattr(copy, name, value)
    copy.save_revision(user=user, log_action=True).publish(user=user)
    return copy
