"""Forms with answers, without a database."""

from collections.abc import Mapping
from typing import Any

from submissions.schema import FormSchema, Step
from submissions.schema.evaluation import Circumstances, Evaluation

TODAY = "2026-11-24"


def evaluated(
    schema: FormSchema, answers: Mapping[str, Any], *, today: str = TODAY, applicant: str = "individual"
) -> Evaluation:
    return Evaluation(schema, answers, Circumstances(today=today, applicant=applicant))


def one_step(step: Step, answers: Mapping[str, Any]) -> Evaluation:
    return evaluated(FormSchema(steps=(step,)), answers)
