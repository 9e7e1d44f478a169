from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.japanese.normalise import half_width, one_line, search_key

from ..enums import State

STATES = {
    "open": (_("In progress"), State.open),
    "done": (_("Finished"), State.final),
    "arrived": (State.ARRIVED.label, (State.ARRIVED,)),
    "in_review": (State.IN_REVIEW.label, (State.IN_REVIEW, State.AWAITING_DECISION)),
    **{
        str(state): (state.label, (state,))
        for state in (State.CORRECTION_REQUESTED, *(State(name) for name in State.final))
    },
}
"""As the applicant is told them: approval inside the office is part of the review."""
DIGITS_OF_A_NUMBER = 4


class DateInput(forms.DateInput):
    input_type = "date"


class CaseFilter(forms.Form):
    """What narrows the list of one's cases; everything of it stands in the address. What makes no sense is ignored."""

    q = forms.CharField(label=_("Number, procedure or applicant"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False)
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    since = forms.DateField(label=_("Arrived from"), required=False, widget=DateInput)
    until = forms.DateField(label=_("Arrived until"), required=False, widget=DateInput)

    def __init__(self, data: QueryDict, *, procedures: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        every = ("", pgettext_lazy("cases", "All"))
        self.choose("state", [every, *((key, label) for key, (label, _states) in STATES.items())])
        self.choose("procedure", [every, *((str(pk), title) for pk, title in procedures)])
        self.full_clean()
        self.chosen: dict[str, Any] = {name: value for name, value in self.cleaned_data.items() if value}
        self.errors.clear()

    def choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def condition(self) -> Q:
        chosen, found = self.chosen, Q()
        if "q" in chosen:
            found &= matching(chosen["q"])
        if "state" in chosen:
            found &= Q(state__in=STATES[chosen["state"]][1])
        if "procedure" in chosen:
            found &= Q(procedure_id=chosen["procedure"])
        if "since" in chosen:
            found &= Q(arrived_at__date__gte=chosen["since"])
        if "until" in chosen:
            found &= Q(arrived_at__date__lte=chosen["until"])
        return found


def matching(text: str) -> Q:
    """A number in any width, with or without hyphens, or a part of it; a title; a name, also by its kana."""
    digits = half_width(text).replace("-", "")
    if digits.isdecimal() and len(digits) >= DIGITS_OF_A_NUMBER:
        return Q(number__contains=digits)
    return Q(form_version__title__icontains=one_line(text)) | Q(search_key__contains=search_key(text))
