from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.forms.widgets import RadioSelect

from .walk import Walk


class CheckForm(forms.Form):
    """The questions on the way of a visitor, each under its key.

    `shown` tells which question the visitor had before them: only one that was there and left open is a mistake.
    """

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, walk: Walk, *, was_shown: str, answers: dict[str, str]) -> None:
        waiting = walk.open.key if walk.open else ""
        is_skipped = bool(waiting) and was_shown == waiting
        super().__init__(answers if is_skipped else None, initial={**answers, "shown": waiting})
        for question, _choice in walk.asked:
            self.fields[question.key] = forms.ChoiceField(
                label=question.words,
                help_text=question.help_text,
                choices=[(choice.key, choice.label) for choice in question.choices],
                widget=RadioSelect,
                error_messages={"required": _("Choose an answer.")},
            )
