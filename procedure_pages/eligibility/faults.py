"""What may be wrong with a check: ways without an end, ends without a reason, questions that nobody meets."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from ..enums import LeadsTo
from ..problems import Place, Problem, warning
from .walk import DEAD_ENDS, MAY, Choice, Question, following, place_of, questions_in

FIELD = "eligibility_check"


def check_faults(stream: StreamValue) -> Iterator[Problem]:
    questions = questions_in(stream)
    if not questions:
        return
    yield from _twice(questions)
    for place, question in enumerate(questions):
        yield from _of_question(question)
        for choice in question.choices:
            yield from _of_choice(question, choice)
            yield from _of_jump(questions, place, choice)
    yield from _of_ways(questions)


def _at(question: Question) -> Place:
    return Place(FIELD, question.key, "choices")


def _twice(questions: tuple[Question, ...]) -> Iterator[Problem]:
    words = Counter(question.words for question in questions)
    for question in questions:
        if words[question.words] > 1:
            message = _("“%(words)s” is asked twice. Change or remove one of the two.")
            yield Problem(Place(FIELD, question.key, "question"), message % {"words": question.words})


def _of_question(question: Question) -> Iterator[Problem]:
    if len(question.choices) < 2:
        yield Problem(_at(question), _("A question of the check needs two answers or more to choose from."))
    labels = Counter(choice.label for choice in question.choices)
    for label in sorted(label for label, count in labels.items() if count > 1):
        yield Problem(_at(question), _("Two answers read “%(label)s”.") % {"label": label})


def _of_choice(question: Question, choice: Choice) -> Iterator[Problem]:
    words = {"label": choice.label}
    if choice.leads_to in DEAD_ENDS and not choice.reason.strip():
        yield Problem(_at(question), _("“%(label)s” ends the check without saying why. Write the reason.") % words)
    if choice.leads_to == LeadsTo.MAY_NOT and not choice.advice.strip():
        message = _("“%(label)s” turns people away without saying what they can do instead. Write it.")
        yield Problem(_at(question), message % words)


def _of_jump(questions: tuple[Question, ...], place: int, choice: Choice) -> Iterator[Problem]:
    if not choice.next_question.strip():
        return
    target = place_of(questions, choice.next_question)
    words = {"label": choice.label, "question": choice.next_question}
    if choice.leads_to != LeadsTo.GO_ON:
        yield warning(_at(questions[place]), _("“%(label)s” ends the check, so no question follows it.") % words)
    elif target is None:
        message = _("“%(label)s” leads to the question “%(question)s”, which is not in the check.")
        yield Problem(_at(questions[place]), message % words)
    elif target <= place:
        message = _("“%(label)s” leads back to “%(question)s”: the check would never end. Choose one further down.")
        yield Problem(_at(questions[place]), message % words)


def _of_ways(questions: tuple[Question, ...]) -> Iterator[Problem]:
    """What can be reached from the first question, and how it can end."""
    reached, ends = _reach(questions)
    if LeadsTo.MAY not in ends:
        yield Problem(Place(FIELD), _("Whatever somebody answers, nobody is told that they may apply."))
    elif len(ends) == 1:
        yield warning(Place(FIELD), _("Whatever somebody answers, everybody is told that they may apply."))
    for place, question in enumerate(questions):
        if place not in reached:
            yield warning(Place(FIELD, question.key), _("No answer leads to this question."))


def _reach(questions: tuple[Question, ...]) -> tuple[set[int], set[str]]:
    reached, ends = {0}, set()
    for place, question in enumerate(questions):
        for choice in question.choices if place in reached else ():
            if choice.leads_to != LeadsTo.GO_ON:
                ends.add(LeadsTo(choice.leads_to))
            elif (target := following(questions, place, choice)) == MAY:
                ends.add(LeadsTo.MAY)
            else:
                reached.add(target)
    return reached, set(map(str, ends))
