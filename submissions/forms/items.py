"""What stands on the page of a step, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.forms import BoundField
from django.utils.safestring import SafeString

from ..schema import Field
from ..schema.evaluation import Area
from ..schema.kinds import KINDS, GroupKind
from ..schema.rows import has_given_rows
from .markup import question_markup


@dataclass(slots=True)
class Item:
    """A question, a note, a heading, a calculated value, or a group with its rows."""

    kind: str
    question: Field
    path: str
    area: Area
    bound: BoundField | None = None
    rows: list["Row"] = field(default_factory=list)
    removed: list["RemovedRow"] = field(default_factory=list)
    """Rows with content that can be put back, the newest first."""
    error: str = ""
    faults: list[str] = field(default_factory=list)
    """What is wrong with a calculated value."""
    is_locked: bool = False
    is_shown: bool = True
    """False: a rule hides it for now. It stands in the page all the same, for the browser to show."""
    is_ruled: bool = False
    """Rules have something to do with it, so the browser must be able to find it."""
    warnings: list[str] = field(default_factory=list)
    remark: str = ""
    old_value: str = ""
    conflict: str = ""
    doubt: str = ""
    """Why the answer, brought from an older form, should be looked at."""
    towns: list[tuple[str, str]] = field(default_factory=list)
    """Of the address's postal code, if there are several: value and label of a button each."""
    same: tuple[str, str] | None = None
    """The order of the button that fills in an answer from elsewhere, and from where in words."""
    substitutes: str = ""
    """What a printed notice may show otherwise than it was typed."""
    form_key: str = ""

    @property
    def markup(self) -> SafeString:
        """The question with its label, help, box and errors."""
        assert self.bound is not None
        answer = self.bound.form.initial.get(self.path)
        return question_markup(self.bound, self.question, form_key=self.form_key, answer=answer)

    @property
    def is_plain(self) -> bool:
        """Nothing stands beside the question: it can be drawn without a template of its own."""
        has_words = self.remark or self.conflict or self.doubt or self.substitutes
        has_tools = self.same or self.is_ruled or self.question.kind == "address"
        return self.kind == "question" and not has_words and not has_tools

    @property
    def is_following(self) -> bool:
        """The rows are given: none can be added, removed or moved."""
        return has_given_rows(self.question)

    @property
    def can_add(self) -> bool:
        return not self.is_locked and not self.is_following and len(self.rows) < GroupKind.most(self.question)

    @property
    def shown_value(self) -> str:
        """A calculated value in words."""
        return KINDS[self.question.kind].display(self.question, self.area.value(self.question))

    @property
    def all(self) -> Iterator["Item"]:
        """This item and everything in its rows."""
        yield self
        for row in self.rows:
            for item in row.items:
                yield from item.all


@dataclass(slots=True)
class Row:
    id: str
    label: str
    items: list[Item]
    is_back: bool = False
    """Another window had removed it, this one typed into it."""


@dataclass(slots=True)
class RemovedRow:
    id: str
    words: str
