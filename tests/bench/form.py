"""What a form of 80 questions costs a process: compiled from the page, judged, and every step of it drawn."""

import time
from collections.abc import Callable
from statistics import median

from django.template.loader import render_to_string

from procedure_pages.compiler import compile_form
from procedure_pages.demo.language import stream_data
from procedure_pages.models import ProcedurePage
from procedure_pages.samples import circumstances, sample_answers
from submissions.forms.builder import StepForm
from submissions.schema import FormSchema, Step
from submissions.schema.evaluation import Evaluation
from submissions.schema.validation import check
from tests.journeys.big_form import rules, steps

ROUNDS = 15


def form_figures() -> dict[str, float]:
    """Median milliseconds. Compiling includes reading the blocks; a draft of samples is judged and drawn."""
    data, conditions = stream_data(steps(), "bench"), stream_data(rules(), "bench-rules")
    schema = compile_form(ProcedurePage(steps=data, rules=conditions)).schema
    answers = sample_answers(schema)
    return {
        "questions": len([place for place in schema.index.values() if place.field.kind != "group"]),
        "rules": len(schema.rules),
        "compile_ms": timed(lambda: compile_form(ProcedurePage(steps=data, rules=conditions))),
        "check_ms": timed(lambda: check(Evaluation(schema, answers, circumstances()))),
        "render_all_steps_ms": timed(lambda: [drawn(schema, step, answers) for step in schema.steps]),
    }


def drawn(schema: FormSchema, step: Step, answers: dict[str, object]) -> str:
    form = StepForm(step, Evaluation(schema, answers, circumstances()), form_key="bench")
    return "".join(
        markup + (render_to_string("submissions/wizard/item.html", {"item": item, "form": form}) if item else "")
        for markup, item in form.parts()
    )


def timed(work: Callable[[], object]) -> float:
    found = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        work()
        found.append((time.perf_counter() - started) * 1000)
    return round(median(found), 1)
