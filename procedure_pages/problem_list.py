"""The problems of a page as the editor lists them above the form, and as it marks them at single blocks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.admin.panels import Panel

from submissions.schema import FormSchema

from .block_paths import BlockPath, paths_of
from .checks import problems
from .compiler import compile_form
from .problems import Problem, Severity, Words

if TYPE_CHECKING:
    from .models import ProcedurePage

TEMPLATE = "procedure_pages/admin/problems.html"
Marks = dict[str, list[dict[str, str]]]
"""By block id: `text` and `tone` of each."""


@dataclass(frozen=True, slots=True)
class Row:
    """`path` holds the ids of the blocks to open, from the outside in; `where` says the same in words."""

    problem: Problem
    where: Words
    path: str


def problem_context(page: "ProcedurePage") -> dict[str, Any]:
    """Errors are read first, then what only wants to be checked."""
    found = sorted(problems(page), key=lambda problem: not problem.is_error)
    streams = (page.eligibility_check, page.steps, page.rules, page.test_cases)
    paths = {key: path for stream in streams for key, path in paths_of(stream)}
    return {
        "rows": [_row(page, problem, paths) for problem in found],
        "marks": marks_of(found, compile_form(page).schema),
        "problems_url": reverse("procedure_problems", args=[page.pk]),
    }


def marks_of(found: list[Problem], schema: FormSchema) -> Marks:
    """What the folded line of a block shows beside its words."""
    marks: Marks = {key: [{"text": gettext("Has rules"), "tone": "condition"}] for key in ruled_blocks(schema)}
    worst: dict[str, Severity] = {}
    for problem in found:
        if problem.place.block_id:
            worst.setdefault(problem.place.block_id, problem.severity)
    for key, severity in worst.items():
        marks.setdefault(key, []).append({"text": str(severity.label), "tone": str(severity)})
    return marks


def ruled_blocks(schema: FormSchema) -> set[str]:
    """The keys of whatever a rule says something about."""
    return {target.partition(":")[0] for rule in schema.rules for target in rule.targets}


def _row(page: "ProcedurePage", problem: Problem, paths: dict[str, BlockPath]) -> Row:
    path = paths.get(problem.place.block_id, BlockPath((), ""))
    field = page._meta.get_field(problem.place.field)
    return Row(problem, path.words or capfirst(str(getattr(field, "verbose_name", ""))), " ".join(path.ids))


class ProblemsPanel(Panel):
    """Of a page that was never saved there is nothing to say yet."""

    class BoundPanel(Panel.BoundPanel):
        template_name = TEMPLATE

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            return {**super().get_context_data(parent_context), **problem_context(self.instance)}
