"""Answers to one procedure as another can read them."""

from submissions.schema import Choice, Field
from submissions.schema.carrying import carry_over
from submissions.schema.rekeying import rekeyed
from submissions.schema.types import FormSchema, Step


def form(*fields: Field) -> FormSchema:
    return FormSchema(steps=(Step(key="s", title="", fields=fields),))


def shops(key: str, prefix: str, *more: Field) -> Field:
    name = Field(key=f"{prefix}n", kind="text", label="店名", alias="shop_name")
    return Field(key=key, kind="group", label="店舗", alias="shops", fields=(name, *more))


def colour(key: str, prefix: str) -> Field:
    choices = (Choice(key=f"{prefix}r", label="赤", alias="red"), Choice(key=f"{prefix}b", label="青"))
    return Field(key=key, kind="radio", label="色", alias="colour", choices=choices)


def test_questions_of_one_alias_hand_over_their_answers_rows_and_choices_too() -> None:
    old = form(
        Field(key="a", kind="text", label="氏名", alias="name"),
        colour("b", "old-"),
        shops("c", "old-", Field(key="old-s", kind="integer", label="席数")),
    )
    new = form(Field(key="x", kind="text", label="氏名", alias="name"), colour("y", "new-"), shops("z", "new-"))
    answers = {"a": "山田", "b": "old-b", "c": [{"id": "r1", "old-n": "花屋", "old-s": 3}]}
    fields, values = rekeyed(old.fields, new.fields, answers)
    assert values == {"x": "山田", "y": "new-b", "z": [{"id": "r1", "new-n": "花屋"}]}
    carried = carry_over(form(*fields), new, values)
    assert (carried.answers, carried.doubts, carried.left) == (values, {}, {})


def test_the_same_key_wins_over_an_alias_and_nothing_else_is_guessed() -> None:
    old = form(Field(key="k", kind="text", label="屋号", alias="name"), Field(key="q", kind="text", label="電話"))
    new = form(
        Field(key="k", kind="text", label="屋号"),
        Field(key="n", kind="text", label="氏名", alias="name"),
        Field(key="p", kind="text", label="電話"),
    )
    assert rekeyed(old.fields, new.fields, {"k": "花屋", "q": "06"})[1] == {"k": "花屋"}


def test_a_list_is_not_put_into_a_box() -> None:
    new = form(Field(key="z", kind="text", label="店舗", alias="shops"))
    assert rekeyed((shops("c", ""),), new.fields, {"c": [{"id": "r1", "n": "花屋"}]}) == ((), {})
