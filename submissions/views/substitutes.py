from django.utils.translation import gettext as _

from ..forms.builder import StepForm
from ..notices.glyphs import substituted

KINDS_WITH_WORDS = frozenset({"name", "text", "textarea", "address"})


def show_substitutes(form: StepForm) -> None:
    """Say gently of an answer that it is kept as typed and that a printed notice may show it otherwise."""
    for item in form.all_items():
        if item.kind == "question" and item.question.kind in KINDS_WITH_WORDS and item.is_shown:
            item.substitutes = note_on(form.initial.get(item.path))


def note_on(answer: object) -> str:
    """The sentence about the characters of a raw answer; empty if all are printed as they are."""
    characters = "、".join(f"「{character}」" for character in substituted(answer))
    words = _("%(characters)s: kept as you typed it. On a printed notice another form or 〓 may stand in its place.")
    return words % {"characters": characters} if characters else ""
