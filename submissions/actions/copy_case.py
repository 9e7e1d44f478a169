from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page

from ..enums import Doubt
from ..models import AnswerSet, Submission
from ..permissions import is_applicant
from ..refusals import NotAllowed, WrongState
from ..schema import Field, FormSchema, Step
from ..schema.carrying import carry_over
from ..schema.kinds import KINDS
from ..schema.paths import walk
from ..schema.rekeying import rekeyed
from ..schema.rows import rows_of
from .drafts import start_draft


@transaction.atomic
def copy_case(source: Submission, *, user: Any, page: Page | None = None) -> Submission:
    """A new draft for the same applicant, with the answers of `source` as they were filed last.

    Of the same procedure, or of another `page` that asks for some of the same: see `schema.rekeying`.

    The profile wins where it has changed since. Files and declarations are not copied: a file belongs to the case it
    was filed with, and what somebody declares is declared anew. Questions that had a file are marked.
    """
    if not is_applicant(user, source, to_write=True):
        raise NotAllowed
    filed = source.answer_sets.select_related("form_version").order_by("round").last()
    if filed is None:
        raise WrongState
    draft = start_draft(page or source.procedure, user=user, profile=source.profile)
    answers = draft.draft
    is_same = draft.procedure_id == source.procedure_id
    old, new = filed.form_version.schema, draft.schema
    copied = dict(_to_copy(old.fields, filed.answers))
    if not is_same:
        asked, copied = rekeyed(old.fields, new.fields, copied)
        old = FormSchema(steps=(Step(key="copied", title="", fields=asked),))
    carried = carry_over(old, new, copied)
    answers.answers = {**carried.answers, **answers.answers}
    answers.stamps = dict.fromkeys(carried.answers, answers.version)
    files = {path: str(Doubt.NOT_COPIED) for path in _files_in(filed) if new.field(path.rpartition(".")[2]) is not None}
    answers.doubts = {**carried.doubts, **files}
    if carried.left and is_same:
        answers.earlier = [{"version": filed.form_version_id, "answers": carried.left}]
    answers.save(update_fields=["answers", "stamps", "doubts", "earlier"])
    return draft


def _to_copy(fields: Iterable[Field], answers: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for field in fields:
        kind = KINDS[field.kind]
        if field.key not in answers or kind.has_files or field.kind == "declaration":
            continue
        raw = answers[field.key]
        if kind.has_rows:
            raw = [{"id": row["id"], **dict(_to_copy(field.fields, row))} for row in rows_of(raw)]
        yield field.key, raw


def _files_in(filed: AnswerSet) -> list[str]:
    return [found.path for found in walk(filed.evaluation) if KINDS[found.field.kind].has_files and found.value]
