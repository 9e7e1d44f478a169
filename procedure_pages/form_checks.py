"""What may be wrong with the questions themselves."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from submissions.schema import Field, FormSchema, Step
from submissions.schema.kinds import KINDS

from .problems import Place, Problem, warning

_at = partial(Place, "steps")


def problems_of_form(schema: FormSchema) -> Iterator[Problem]:
    asked = [field for field in every_field(schema) if _is_question(field)]
    if not asked:
        yield Problem(_at(), _("The form asks nothing yet. Add at least one question."))
    if len(asked) > settings.MANY_QUESTIONS:
        message = _("The form asks %(count)d questions. Many people give up on more than %(limit)d.")
        yield warning(_at(), message % {"count": len(asked), "limit": settings.MANY_QUESTIONS})
    for step in schema.steps:
        yield from _of_step(step, form_asks=bool(asked))
    for field in every_field(schema):
        yield from _of_field(field)
    yield from _repeated(schema)
    for field in [field for field in schema.fields if field.kind == "delivery"][1:]:
        yield Problem(
            _at(field.key), _("The form asks twice how the notice is to come. Remove one of the two questions.")
        )


def _is_question(field: Field) -> bool:
    """Something that an applicant answers, not a group of such."""
    kind = KINDS[field.kind]
    return kind.has_answer and kind.is_typed and not kind.has_rows


def every_field(schema: FormSchema) -> list[Field]:
    """In the order of the form, the columns of a group after the group."""
    return list(_with_columns(schema.fields))


def _with_columns(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _with_columns(field.fields)


def _of_step(step: Step, *, form_asks: bool) -> Iterator[Problem]:
    if not step.title:
        yield Problem(_at(step.key, "title"), _("Write the title of this step."))
    if not step.fields:
        yield Problem(_at(step.key, "fields"), _("This step is empty. Add a question or remove the step."))
    elif form_asks and not any(KINDS[field.kind].has_answer for field in step.fields):
        yield warning(_at(step.key), _("This step asks nothing. Applicants have to press “Next” for notes only."))


def _of_field(field: Field) -> Iterator[Problem]:
    if field.kind != "note" and not field.label:
        yield Problem(_at(field.key, "label"), _("Write the words of this question."))
    if any(not choice.label.strip() for choice in field.choices):
        yield Problem(_at(field.key, "choices"), _("An answer to choose has no words. Write them or remove it."))
    if KINDS[field.kind].has_rows and not field.fields:
        yield Problem(_at(field.key, "fields"), _("This group asks nothing. Add a question or remove the group."))
    yield from _repeated_answers(field)
    yield from _of_options(field)


def _repeated_answers(field: Field) -> Iterator[Problem]:
    aliases = Counter(choice.alias for choice in field.choices if choice.alias)
    for alias in sorted(alias for alias, count in aliases.items() if count > 1):
        message = _("Two answers share the name “%(alias)s” for CSV and API. Give each its own.")
        yield Problem(_at(field.key, "choices"), message % {"alias": alias})
    words = Counter(choice.label for choice in field.choices)
    for label in sorted(label for label, count in words.items() if count > 1 and label):
        yield warning(_at(field.key, "choices"), _("Two answers read “%(label)s”.") % {"label": label})


def _of_options(field: Field) -> Iterator[Problem]:
    for lower, upper in (("min", "max"), ("min_rows", "max_rows")):
        least, most = field.options.get(lower), field.options.get(upper)
        if least is not None and most is not None and _is_above(field, least, most):
            message = _("Nothing can be entered: the smallest value is above the largest one.")
            yield Problem(_at(field.key, upper), message)
    if pattern := field.options.get("pattern"):
        try:
            re.compile(pattern)
        except re.error:
            yield Problem(
                _at(field.key, "pattern"), _("This pattern is not a regular expression. Correct or empty it.")
            )


def _is_above(field: Field, least: Any, most: Any) -> bool:
    """Decimals are kept as texts; days and months as texts that sort as they follow each other."""
    return Decimal(least) > Decimal(most) if field.kind == "decimal" else bool(least > most)


def _repeated(schema: FormSchema) -> Iterator[Problem]:
    fields = every_field(schema)
    aliases = Counter(field.alias for field in fields if field.alias)
    keys = Counter(field.key for field in fields if field.key)
    for field in fields:
        if aliases[field.alias] > 1:
            message = _("Two questions share the name “%(alias)s” for CSV and API. Give each its own.")
            yield Problem(_at(field.key, "alias"), message % {"alias": field.alias})
    if any(count > 1 for count in keys.values()):
        yield Problem(_at(), _("A question stands twice in the form. Remove one of the two and add it anew."))
