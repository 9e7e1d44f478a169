"""The problems of a page as the editor lists them above the form, and as it marks them at single blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel
from wagtail.blocks import StreamValue, StructValue

from submissions.schema import FormSchema

from .checks import problems
from .compiler import compile_form
from .problems import Problem, Severity, Words

if TYPE_CHECKING:
    from .models import ProcedurePage

TEMPLATE = "procedure_pages/admin/problems.html"


@dataclass(frozen=True, slots=True)
class Row:
    """`path` holds the ids of the blocks to open, from the outside in; `where` says the same in words."""

    problem: Problem
    where: Words
    path: str


def problem_context(page: "ProcedurePage") -> dict[str, Any]:
    """An error of the form itself is the first to be read, before what only wants to be checked."""
    found = sorted(problems(page), key=lambda problem: not problem.is_error)
    paths = {**dict(_paths(page.steps)), **dict(_paths(page.rules)), **dict(_paths(page.test_cases))}
    return {
        "rows": [_row(page, problem, paths) for problem in found],
        "marks": marks_of(found, ruled_keys(compile_form(page).schema)),
        "problems_url": reverse("procedure_problems", args=[page.pk]),
    }


def marks_of(found: list[Problem], ruled: Iterable[str] = ()) -> dict[str, list[dict[str, str]]]:
    """What the folded line of a block shows beside its words, by block id: `text` and `tone` of each mark."""
    worst: dict[str, Severity] = {}
    for problem in found:
        if problem.place.block_id:
            worst.setdefault(problem.place.block_id, problem.severity)
    marks: dict[str, list[dict[str, str]]] = {key: [{"text": _("Has rules"), "tone": "plain"}] for key in ruled}
    for key, severity in worst.items():
        marks.setdefault(key, []).append({"text": str(severity.label), "tone": str(severity)})
    return marks


def ruled_keys(schema: FormSchema) -> list[str]:
    """The questions, groups and steps that a rule acts on."""
    targets = (target.partition(":")[0] for rule in schema.rules for target in rule.targets)
    return list(dict.fromkeys(targets))


def _row(page: "ProcedurePage", problem: Problem, paths: dict[str, tuple[tuple[str, ...], str]]) -> Row:
    path, words = paths.get(problem.place.block_id, ((), ""))
    field = page._meta.get_field(problem.place.field)
    return Row(problem, words or capfirst(str(getattr(field, "verbose_name", ""))), " ".join(path))


def _paths(stream: StreamValue, above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[tuple[str, ...], str]]]:
    for child in stream:
        path = (*above, child.id or "")
        settings = child.value if isinstance(child.value, StructValue) else {}
        yield child.id or "", (path, settings.get("title") or settings.get("label") or str(child.block.label))
        for value in settings.values():
            if isinstance(value, StreamValue):
                yield from _paths(value, path)


class ProblemsPanel(Panel):
    """Of a page that was never saved there is nothing to say yet."""

    class BoundPanel(Panel.BoundPanel):
        template_name = TEMPLATE

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), **problem_context(self.instance)}
