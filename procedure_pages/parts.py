"""Which parts of the library a form is made of, and whether what is published of it is older than they are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import QuerySet
from wagtail.blocks import StreamValue
from wagtail.models import ReferenceIndex

from submissions.queries import current_forms
from submissions.schema import FormSchema, Step, schema_to_json

from .compiler import compile_form, compile_questions

if TYPE_CHECKING:
    from .models import ProcedurePage, QuestionSet

Fields = list[dict[str, Any]]


def parts_in(steps: StreamValue) -> "Iterator[QuestionSet | None]":
    """In order, as often as they stand there; None for one that was deleted."""
    for step in steps:
        for child in step.value["fields"]:
            if child.block_type == "library":
                yield child.value


def procedures_using(part: "QuestionSet") -> "QuerySet[ProcedurePage]":
    """As Wagtail's index of references knows them: what is published, not what is only a draft."""
    model: type[ProcedurePage] = apps.get_model("procedure_pages", "ProcedurePage")
    keys = ReferenceIndex.get_references_to(part).values_list("object_id", flat=True)
    return model.objects.filter(pk__in=[int(key) for key in keys if key.isdecimal()]).order_by("title", "pk")


def renewed_parts(pages: "Sequence[ProcedurePage]") -> "dict[int, list[QuestionSet]]":
    """By page: the parts that were published with other content since its form was. Drafts of pages do not count."""
    live = [page for page in pages if page.live]
    forms = current_forms(live)
    parts = _parts_of(live)
    now = {key: _compiled(part) for key, part in parts.items()}
    return {
        page.pk: [parts[key] for key in _renewed(page, forms[page.pk].schema_data["steps"], now)]
        for page in live
        if page.pk in forms
    }


def changed_since(page: "ProcedurePage", steps: list[dict[str, Any]]) -> "list[QuestionSet]":
    """The parts of `page` that do not ask any more what `steps`, as a version froze them, asked in their place."""
    parts = _parts_of([page])
    now = {key: _compiled(part) for key, part in parts.items()}
    return [parts[key] for key in _renewed(page, steps, now)]


def _renewed(page: "ProcedurePage", frozen: list[dict[str, Any]], now: dict[int, Fields]) -> list[int]:
    """A question that a part lost shows only in the step as a whole: then all of its parts are named."""
    frozen_fields = {step["key"]: step["fields"] for step in frozen}
    now = _worked_out(page, now)
    found: dict[int, None] = {}
    for step in page.steps.raw_data:
        fields = frozen_fields.get(step["id"], [])
        used = [child["value"] for child in step["value"]["fields"] if _is_known(child, now)]
        changed = [key for key in used if _with_keys_of(now[key], fields) != now[key]]
        if not changed and [field["key"] for field in fields] != list(_expected(step["value"]["fields"], now)):
            changed = used
        found.update(dict.fromkeys(changed))
    return list(found)


def _worked_out(page: "ProcedurePage", now: dict[int, Fields]) -> dict[int, Fields]:
    """`now` as the form of `page` would freeze it: a formula becomes an expression, which depends on the whole form."""
    if not any(_has_formula(field) for fields in now.values() for field in fields):
        return now
    steps = schema_to_json(compile_form(page).schema)["steps"]
    asked = [field for step in steps for field in step["fields"]]
    return {key: _with_keys_of(fields, asked) or fields for key, fields in now.items()}


def _has_formula(field: dict[str, Any]) -> bool:
    named = {"formula", "follows"} & field.get("options", {}).keys()
    return bool(named) or any(map(_has_formula, field.get("fields", ())))


def _expected(children: Iterable[dict[str, Any]], now: dict[int, Fields]) -> Iterator[str]:
    for child in children:
        if child["type"] != "library":
            yield child["id"]
        elif _is_known(child, now):
            yield from (field["key"] for field in now[child["value"]])


def _with_keys_of(wanted: Fields, fields: Fields) -> Fields:
    keys = {field["key"] for field in wanted}
    return [field for field in fields if field["key"] in keys]


def _is_known(child: dict[str, Any], now: dict[int, Fields]) -> bool:
    return child["type"] == "library" and child["value"] in now


def _parts_of(pages: "Iterable[ProcedurePage]") -> "dict[int, QuestionSet]":
    model: type[QuestionSet] = apps.get_model("procedure_pages", "QuestionSet")
    keys = {
        child["value"]
        for page in pages
        for step in page.steps.raw_data
        for child in step["value"]["fields"]
        if child["type"] == "library"
    }
    return model.objects.filter(live=True).in_bulk(keys)


def _compiled(part: "QuestionSet") -> Fields:
    step = Step(key="", title="", fields=compile_questions(part.questions))
    fields: Fields = schema_to_json(FormSchema(steps=(step,)))["steps"][0]["fields"]
    return fields
