"""Parts of the library as they were when a version was published, for a form that is taken up again."""

from typing import Any

from submissions.models import FormVersion
from submissions.schema import schema_to_json

from ..compiler import compile_form
from ..models import ProcedurePage, QuestionSet

REVISIONS_AT_MOST = 100
Blocks = list[dict[str, Any]]


def put_back(page: ProcedurePage, version: FormVersion, parts: list[QuestionSet]) -> list[QuestionSet]:
    """Puts the questions of then in the place of each of `parts`: questions of the form itself, under the same keys.

    Returns those whose questions of then are not kept any more; they stay as they are.
    """
    frozen = {field["key"]: field for step in version.schema_data["steps"] for field in step["fields"]}
    return [part for part in parts if not _put_back(page, version, part, frozen)]


def _put_back(page: ProcedurePage, version: FormVersion, part: QuestionSet, frozen: dict[str, Any]) -> bool:
    original: Blocks = list(page.steps.raw_data)
    revisions = part.revisions.filter(created_at__lte=version.published_at).order_by("-created_at", "-pk")
    for revision in revisions[:REVISIONS_AT_MOST]:
        questions: Blocks = list(revision.as_object().questions.raw_data)
        page.steps = [_with_questions(step, part.pk, questions) for step in original]
        if _asks_as_frozen(page, {question["id"] for question in questions}, frozen):
            return True
    page.steps = original
    return False


def _with_questions(step: dict[str, Any], part: int, questions: Blocks) -> dict[str, Any]:
    fields = [
        block
        for child in step["value"]["fields"]
        for block in (questions if (child["type"], child["value"]) == ("library", part) else [child])
    ]
    return {**step, "value": {**step["value"], "fields": fields}}


def _asks_as_frozen(page: ProcedurePage, keys: set[str], frozen: dict[str, Any]) -> bool:
    """Compiled with the whole form, because a formula in a part becomes an expression over all of it."""
    steps = schema_to_json(compile_form(page).schema)["steps"]
    asked = {field["key"]: field for step in steps for field in step["fields"] if field["key"] in keys}
    return bool(keys) and asked == {key: frozen.get(key) for key in keys}
