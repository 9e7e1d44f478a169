"""The items of a correction as a list to work off: done once the answer differs from what was filed."""

from dataclasses import dataclass

from django.urls import reverse

from ..models import CorrectionItem, CorrectionRequest, DraftAnswers, Submission
from .answers import Files
from .changes import ChangedAnswer, changes_between, is_touched


@dataclass(frozen=True, slots=True)
class ItemToMend:
    item: CorrectionItem
    is_done: bool
    url: str
    """The question itself, on its step."""


@dataclass(frozen=True, slots=True)
class Checklist:
    items: list[ItemToMend]
    changes: list[ChangedAnswer]

    @property
    def done(self) -> int:
        return sum(item.is_done for item in self.items)

    @property
    def is_complete(self) -> bool:
        return self.done == len(self.items)

    @property
    def left(self) -> list[ItemToMend]:
        return [item for item in self.items if not item.is_done]


def checklist_of(submission: Submission, draft: DraftAnswers, correction: CorrectionRequest, files: Files) -> Checklist:
    filed = submission.answer_sets.get(round=submission.round)
    changes = changes_between(filed.evaluation, draft.evaluation, files)
    items = [
        ItemToMend(item, is_touched(item.path, changes), url_of(submission, item.path))
        for item in correction.items.all()
    ]
    return Checklist(items, changes)


def url_of(submission: Submission, path: str) -> str:
    """Where the question at `path` is asked; for a group, its heading."""
    schema = submission.schema
    step = schema.step_of(path.partition(".")[0])
    question = schema.field(path.rpartition(".")[2])
    anchor = f"group-{path}" if question is not None and question.fields else f"q-{path}"
    position = schema.steps.index(step) + 1 if step else 1
    return f"{reverse('submissions:step', args=[submission.reference, position])}#{anchor}"
