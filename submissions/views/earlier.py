"""What a draft brought along from older forms: answers to look at again, and answers that nobody asks for any more."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.urls import reverse

from ..enums import Doubt
from ..forms.builder import StepForm
from ..models import Attachment, DraftAnswers, FormVersion, Submission
from ..schema import Field, FormSchema
from ..schema.carrying import Carried, answer_at
from ..schema.kinds import KINDS
from ..schema.rows import name_of_raw_row, rows_of
from .answers import text_of, words_of

Files = Mapping[str, Attachment]


def show_doubts(form: StepForm, submission: Submission, draft: DraftAnswers) -> None:
    """Mark each answer of the step that should be looked at, with why and with the answer as it was."""
    marked = [item for item in form.all_items() if item.path in draft.doubts]
    forms = forms_left(draft) if marked else {}
    files = files_of(submission) if marked else {}
    for item in marked:
        item.doubt = str(Doubt(draft.doubts[item.path]).label)
        item.old_value = earlier_words(draft, item.path, forms, files)


def earlier_words(draft: DraftAnswers, path: str, forms: Mapping[int, FormVersion], files: Files) -> str:
    """How the question at `path` was answered last on an older form; empty for a group, whose rows are there to see."""
    for entry in reversed(draft.earlier):
        raw = answer_at(entry["answers"], path)
        question = forms[entry["version"]].schema.field(path.rpartition(".")[2])
        if raw is not None and question is not None and not question.fields:
            return text_of(question, raw, files)
    return ""


def left_answers(fields: Iterable[Field], left: Mapping[str, Any], files: Files) -> list[dict[str, Any]]:
    """The answers that `left` holds, as `views.answers` shows them; whether a rule would have hidden them or not."""
    return [_left(question, left[question.key], files) for question in fields if question.key in left]


def _left(question: Field, raw: Any, files: Files) -> dict[str, Any]:
    if not KINDS[question.kind].has_rows:
        return {"label": question.label, **words_of(question, raw, files)}
    cells = [
        (name_of_raw_row(question, row["id"], number), left_answers(question.fields, row, files))
        for number, row in enumerate(rows_of(raw), 1)
    ]
    return {"label": question.label, "is_group": True, "rows": cells}


def doubts_with_places(submission: Submission, draft: DraftAnswers) -> list[tuple[str, str]]:
    """Each answer to look at in words, with the address of its question, in the order of the steps."""
    return [
        (f"{label_at(submission.schema, draft.answers, path)}：{Doubt(draft.doubts[path]).label}", url)
        for path, url in _places(submission, draft)
    ]


def first_doubtful_step(submission: Submission, draft: DraftAnswers) -> int:
    keys = {path.partition(".")[0] for path in draft.doubts}
    steps = enumerate(submission.schema.steps, 1)
    return next((position for position, step in steps if keys & {field.key for field in step.fields}), 1)


def doubts_in_words(schema: FormSchema, carried: Carried) -> list[str]:
    """What would be marked, before anything has moved."""
    return [
        f"{label_at(schema, carried.answers, path)}：{Doubt(reason).label}" for path, reason in carried.doubts.items()
    ]


def label_at(schema: FormSchema, answers: Mapping[str, Any], path: str) -> str:
    """氏名, or 店舗 2: 店名."""
    key, _dot, below = path.partition(".")
    question = schema.field(path.rpartition(".")[2])
    label = question.label if question else path
    group = schema.field(key) if below else None
    if group is None:
        return label
    ids = [row["id"] for row in rows_of(answers.get(key))]
    row_id = below.partition(".")[0]
    row = name_of_raw_row(group, row_id, ids.index(row_id) + 1) if row_id in ids else group.label
    return f"{row}: {label}"


def forms_left(draft: DraftAnswers) -> dict[int, FormVersion]:
    return FormVersion.objects.in_bulk([entry["version"] for entry in draft.earlier])


def files_of(submission: Submission) -> dict[str, Attachment]:
    return {str(file.pk): file for file in submission.attachments.all()}


def _places(submission: Submission, draft: DraftAnswers) -> Iterator[tuple[str, str]]:
    for position, step in enumerate(submission.schema.steps, 1):
        groups = {field.key: bool(field.fields) for field in step.fields}
        for path in draft.doubts:
            if path.partition(".")[0] in groups:
                anchor = f"group-{path}" if groups.get(path) else f"q-{path}"
                yield path, f"{reverse('submissions:step', args=[submission.reference, position])}#{anchor}"
