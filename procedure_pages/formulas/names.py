"""How rules and formulas name a question: by its name for CSV and API, or by its words."""

from django.utils.translation import gettext as _

from accounts.japanese.normalise import as_typed
from submissions.schema import Choice, Field, FormSchema
from submissions.schema.types import Place

from .errors import FormulaError


class Names:
    """The questions, groups and steps of a form by name."""

    def __init__(self, schema: FormSchema) -> None:
        self.schema = schema
        self.places: dict[str, list[Place]] = {}
        for place in schema.index.values():
            for name in {place.field.alias, plain(place.field.label)} - {""}:
                self.places.setdefault(name, []).append(place)

    def place(self, name: str) -> Place:
        found = self.places.get(plain(name), [])
        if not found:
            raise FormulaError(_("The form has no question “%(name)s”.") % {"name": name})
        by_alias = [place for place in found if place.field.alias == name]
        if len(found) > 1 and len(by_alias) != 1:
            raise FormulaError(
                _("Several questions are called “%(name)s”. Give the one you mean a name for CSV and API, and use it.")
                % {"name": name}
            )
        return (by_alias or found)[0]

    def target(self, name: str) -> str:
        """What a rule acts on: a question, a group, a step by its title, or ``question=answer`` for one choice."""
        question, equals, answer = plain(name).replace("＝", "=").partition("=")
        if equals and plain(name) not in self.places:
            field = self.place(question).field
            return f"{field.key}:{choice_of(field, plain(answer)).key}"
        steps = [step.key for step in self.schema.steps if plain(step.title) == plain(name)]
        if steps and plain(name) not in self.places:
            return steps[0]
        return self.place(name).field.key


def plain(text: str) -> str:
    return " ".join(as_typed(text).split())


def choice_of(field: Field, words: str) -> Choice:
    """The answer that `words` mean, by alias or by its words."""
    for choice in field.choices:
        if words in (choice.alias, plain(choice.label), choice.key):
            return choice
    raise FormulaError(
        _("“%(label)s” has no answer “%(words)s”. Its answers are: %(answers)s.")
        % {"label": field.label, "words": words, "answers": "、".join(choice.label for choice in field.choices)}
    )
