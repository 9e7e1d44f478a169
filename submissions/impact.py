"""What publishing a form would mean for those who are filling in an older one. Counts, never contents."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page

from .enums import Doubt
from .models import DraftAnswers, FormVersion
from .schema import FormSchema, Handling
from .schema.carrying import Carried, carry_over
from .schema.rows import rows_of
from .versions import Unfinished, total, unfinished_by_version

DRAFTS_AT_MOST = 1_000
"""So many of the newest drafts are looked at, which takes about a second; the others are counted only."""


@dataclass(frozen=True, slots=True)
class QuestionImpact:
    """So many drafts have an answer to `label` that would need another look; `reason` None: it is asked no more."""

    label: str
    reason: Doubt | None
    drafts: int


@dataclass(frozen=True, slots=True)
class Impact:
    unfinished: Unfinished
    examined: int
    """How many drafts were looked at; fewer than there are where it was only the newest."""
    doubtful: int
    """Of these, with an answer that would be marked for another look."""
    losing: int
    """Of these, with an answer to a question that is asked no more."""
    barred: int
    """Of these, by applicants of a kind that may not apply any more: they cannot move."""
    questions: tuple[QuestionImpact, ...]

    @property
    def is_partial(self) -> bool:
        return self.examined < self.unfinished.drafts


def impact_of(page: Page, schema: FormSchema, handling: Handling) -> Impact:
    """The impact on all drafts of `page` if it offered `schema` from now on and all of them moved."""
    forms = {version.pk: version.schema for version in FormVersion.objects.filter(page_id=page.pk)}
    counts: Counter[tuple[str, Doubt | None]] = Counter()
    examined = doubtful = losing = barred = 0
    for version, kind, answers in _newest_drafts(page):
        carried = carry_over(forms[version], schema, answers)
        found = _touched(carried, forms[version], schema)
        counts.update(found)
        examined += 1
        doubtful += any(reason for _label, reason in found)
        losing += any(reason is None for _label, reason in found)
        barred += kind not in handling.applicant_kinds
    questions = tuple(QuestionImpact(label, reason, count) for (label, reason), count in counts.most_common())
    return Impact(total(unfinished_by_version(page)), examined, doubtful, losing, barred, questions)


def _newest_drafts(page: Page) -> QuerySet[DraftAnswers, tuple[int, str, dict[str, object]]]:
    drafts = DraftAnswers.objects.filter(submission__procedure_id=page.pk, submission__number=None)
    rows = drafts.order_by("-submission_id").values_list(
        "submission__form_version_id", "submission__profile__kind", "answers"
    )
    return rows[:DRAFTS_AT_MOST]


def _touched(carried: Carried, old: FormSchema, new: FormSchema) -> set[tuple[str, Doubt | None]]:
    """Every question once a draft, however many rows it has."""
    marked = {(_label(new, path.rpartition(".")[2]), Doubt(reason)) for path, reason in carried.doubts.items()}
    gone = {(_label(old, key), None) for key in _keys(carried.left) if new.field(key) is None}
    return marked | gone


def _keys(left: dict[str, Any]) -> set[str]:
    """The keys of `left`, those of the cells of its rows too."""
    rows = [row for value in left.values() for row in rows_of(value)]
    return (set(left) - {"id"}).union(*(_keys(row) for row in rows))


def _label(schema: FormSchema, key: str) -> str:
    question = schema.field(key)
    return question.label if question else key
