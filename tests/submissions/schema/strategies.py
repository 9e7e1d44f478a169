"""Forms and answers as hypothesis invents them."""

from dataclasses import replace
from itertools import count
from typing import Any

from hypothesis import strategies as st

from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.kinds import KINDS

KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
ONE_LINERS = st.text(max_size=40)
OPTIONS = st.dictionaries(KEYS, st.one_of(st.integers(), TEXTS, st.booleans(), st.lists(TEXTS, max_size=3)), max_size=3)
JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=12,
)
ANSWERED = sorted(name for name, kind in KINDS.items() if kind.is_typed and not kind.has_rows)

WITH_CHOICES = ("radio", "select", "search_select", "checkboxes", "table")
"""The kinds whose answers, or rows, the author writes."""


@st.composite
def choices(draw: st.DrawFn) -> tuple[Choice, ...]:
    keys = draw(st.lists(KEYS, min_size=1, max_size=4, unique=True))
    return tuple(Choice(key=key, label=draw(TEXTS), alias=draw(st.just("") | KEYS)) for key in keys)


@st.composite
def fields(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(KINDS)) -> Field:
    """A field of any kind; a group gets columns that are no groups."""
    kind = draw(st.sampled_from(kinds))
    plain = tuple(name for name in kinds if not KINDS[name].has_rows)
    columns = draw(st.lists(fields(kinds=plain), max_size=3)) if KINDS[kind].has_rows else []
    return Field(
        key=draw(KEYS),
        kind=kind,
        label=draw(TEXTS),
        required=draw(st.booleans()),
        help_text=draw(TEXTS),
        alias=draw(TEXTS),
        example=draw(TEXTS),
        prefill=draw(TEXTS),
        autocomplete=draw(TEXTS),
        sensitive=draw(st.booleans()),
        choices=draw(choices()) if kind in WITH_CHOICES else (),
        fields=tuple(columns),
        options=draw(OPTIONS),
    )


STEPS = st.builds(Step, key=KEYS, title=TEXTS, introduction=TEXTS, fields=st.lists(fields(), max_size=4).map(tuple))


def with_own_keys(schema: FormSchema) -> FormSchema:
    """No two questions share a key, as the compiler promises."""
    numbers = count(1)

    def renamed(field: Field) -> Field:
        columns = tuple(renamed(column) for column in field.fields)
        return replace(field, key=f"{field.key}{next(numbers)}", fields=columns)

    return FormSchema(
        steps=tuple(replace(step, fields=tuple(renamed(field) for field in step.fields)) for step in schema.steps)
    )


SCHEMAS = st.builds(FormSchema, steps=st.lists(STEPS, max_size=3).map(tuple)).map(with_own_keys)

NUMERALS = st.text("0123456789０１２３４５６７８９-－ー（）()年月日:：時分,円 令和昭RHS元+", max_size=14)
KANA = st.text("アカガバパヴｱｶﾞﾊﾟあかがぱぁゔーｰ-‐－・　 \u3099\u309aゝヾ", max_size=12)
STRINGS = st.one_of(st.text(max_size=20), NUMERALS, KANA)
DAYS = st.one_of(
    st.dates().map(str), st.fixed_dictionaries({"year": NUMERALS, "month": NUMERALS, "day": NUMERALS}), STRINGS
)
BANKS = st.fixed_dictionaries(
    {
        "bank": st.sampled_from(["みずほ", "0001", "ゆうちょ", "9900", "銀行", "x"]) | STRINGS,
        "branch": st.sampled_from(["001", "東京営業部", "10180", "00180", "〇一八"]) | STRINGS,
        "kind": st.sampled_from(["ordinary", "当座", "x"]),
        "number": st.from_regex("[0-9０-９]{1,8}", fullmatch=True) | STRINGS,
        "holder": KANA | STRINGS,
    }
)


def raws_for(field: Field) -> st.SearchStrategy[Any]:
    """What might be typed into `field`, much of it right, some of it nonsense."""
    keys = st.sampled_from([choice.key for choice in field.choices] or [""])
    by_kind: dict[str, st.SearchStrategy[Any]] = {
        "integer": st.integers(),
        "money": st.integers(),
        "decimal": st.decimals(allow_nan=False, allow_infinity=False, places=2).map(str),
        "month": st.fixed_dictionaries({"year": NUMERALS, "month": NUMERALS}),
        "period": st.fixed_dictionaries({"from": DAYS, "to": DAYS}),
        "name": st.fixed_dictionaries({"name": STRINGS, "kana": KANA}),
        "yesno": st.sampled_from(["yes", "no", "はい", True, False]),
        "delivery": st.sampled_from(["electronic", "paper", "fax"]),
        "search_select": keys,
        "url": st.from_regex(r"https?://[a-z]{1,8}\.example/[a-zあ-ん?=&]{0,8}", fullmatch=True),
        "corporate_number": st.sampled_from(["4000020270008", "４０００-０２０２-７０００８", "1234567890123"]),
        "bank": BANKS,
        "photo": st.lists(st.uuids().map(str), max_size=1),
        "date": st.one_of(
            st.dates().map(str), st.fixed_dictionaries({"year": NUMERALS, "month": NUMERALS, "day": NUMERALS})
        ),
        "time": st.times().map(lambda moment: moment.strftime("%H時%M分")),
        "radio": keys,
        "select": keys,
        "checkboxes": st.lists(keys, max_size=5),
        "address": st.fixed_dictionaries(
            {"prefecture": STRINGS, "city": STRINGS, "street": STRINGS},
            optional={"postal_code": st.from_regex(r"[0-9]{7}", fullmatch=True), "building": STRINGS},
        ),
        "tel": st.from_regex(r"\(?0[0-9]{1,4}[)-]{0,2}[0-9]{2,4}-[0-9]{4}", fullmatch=True),
        "email": st.emails(),
        "file": st.lists(st.uuids().map(str), max_size=3),
        "declaration": st.sampled_from([True, "on", "1", "false", False]),
    }
    return st.one_of(by_kind.get(field.kind, STRINGS), STRINGS, JSON_VALUES)
