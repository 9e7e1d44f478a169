"""From answers to a verdict. Nothing is stored: whoever asks brings all answers along."""

from collections.abc import Mapping
from dataclasses import dataclass

from wagtail.blocks import StreamValue

from ..enums import LeadsTo

DEAD_ENDS = (LeadsTo.MAY_NOT, LeadsTo.ASK)
MAY = -1
"""Where the way ends that leads past the last question."""


@dataclass(frozen=True, slots=True)
class Choice:
    key: str
    label: str
    leads_to: str
    reason: str
    advice: str
    next_question: str


@dataclass(frozen=True, slots=True)
class Question:
    key: str
    words: str
    help_text: str
    choices: tuple[Choice, ...]

    def chosen(self, key: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.key == key), None)


@dataclass(frozen=True, slots=True)
class Walk:
    """`asked` in their order, each with its answer; only the last may have none, and then there is no verdict yet."""

    asked: tuple[tuple[Question, Choice | None], ...]

    @property
    def open(self) -> Question | None:
        """The question that waits for an answer."""
        question, choice = self.asked[-1]
        return question if choice is None else None

    @property
    def last(self) -> Choice | None:
        """The answer that decided."""
        return self.asked[-1][1]

    @property
    def verdict(self) -> LeadsTo | None:
        """May, may not, ask; None while a question is open."""
        if self.last is None:
            return None
        return LeadsTo(self.last.leads_to) if self.last.leads_to in DEAD_ENDS else LeadsTo.MAY


def questions_in(stream: StreamValue) -> tuple[Question, ...]:
    """A block that was never saved has no id yet: its number stands for it."""
    return tuple(
        Question(
            key=child.id or str(number),
            words=child.value["question"],
            help_text=child.value["help_text"],
            choices=tuple(
                Choice(
                    **{**item.value, "key": item.id or str(place), "leads_to": item.value["leads_to"] or LeadsTo.GO_ON}
                )
                for place, item in enumerate(child.value["choices"].bound_blocks)
            ),
        )
        for number, child in enumerate(stream)
    )


def walk(questions: tuple[Question, ...], answers: Mapping[str, str]) -> Walk:
    """As far as `answers`, by key of the question, lead. There must be at least one question."""
    asked: list[tuple[Question, Choice | None]] = []
    place: int = 0
    while place != MAY:
        question = questions[place]
        choice = question.chosen(answers.get(question.key, ""))
        asked.append((question, choice))
        if choice is None or choice.leads_to != LeadsTo.GO_ON:
            break
        place = following(questions, place, choice)
    return Walk(tuple(asked))


def following(questions: tuple[Question, ...], place: int, choice: Choice) -> int:
    """Always further down, so that every way has an end; a name that leads nowhere means the next question."""
    named = place_of(questions, choice.next_question)
    place = named if named is not None and named > place else place + 1
    return place if place < len(questions) else MAY


def place_of(questions: tuple[Question, ...], words: str) -> int | None:
    wanted = words.strip()
    return next((place for place, question in enumerate(questions) if wanted and question.words == wanted), None)
