"""Who filed, as the profile stood at the filing: the copy in the round, never the profile of today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Field as ModelField

from accounts.japanese.eras import both_calendars
from accounts.models import ApplicantProfile

from ..models import Submission


@dataclass(frozen=True, slots=True)
class ProfileItem:
    label: str
    text: str
    is_changed: bool = False
    old_text: str = ""


def applicant_items(submission: Submission) -> list[ProfileItem]:
    """The filled items of the profile in the current round; those that changed since the last one are marked."""
    rounds = submission.answer_sets.filter(round__gte=submission.round - 1).values_list("round", "applicant")
    by_round = dict(rounds)
    new = by_round[submission.round]
    old = by_round.get(submission.round - 1, new)
    return list(_items(new, old))


def _items(new: dict[str, str], old: dict[str, str]) -> Iterator[ProfileItem]:
    for field in ApplicantProfile._meta.concrete_fields:
        text, old_text = _text(field, new.get(field.name, "")), _text(field, old.get(field.name, ""))
        if text or old_text:
            yield ProfileItem(str(field.verbose_name), text, text != old_text, old_text)


def _text(field: "ModelField[Any, Any]", value: str) -> str:
    if value and field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if value and field.get_internal_type() == "DateField":
        return both_calendars(date.fromisoformat(value))
    return value
