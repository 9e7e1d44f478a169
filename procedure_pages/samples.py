"""Invented answers, so that a preview shows how a filled form looks. What a kind does not take is left out."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from accounts.enums import ProfileKind
from submissions.deadlines import today
from submissions.schema import Field, FormSchema
from submissions.schema.evaluation import Circumstances
from submissions.schema.kinds import KINDS, GroupKind

APPLICANT = {
    "kind": "individual",
    "name": "見本　太郎",
    "name_kana": "ミホン　タロウ",
    "representative_name": "",
    "postal_code": "530-0001",
    "prefecture": "大阪府",
    "city": "大阪市北区",
    "street": "梅田1-1",
    "building": "",
}
ADDRESS = {name: APPLICANT[name] for name in ("postal_code", "prefecture", "city", "street", "building")}
GUESSES: tuple[Any, ...] = (
    "見本の答え",
    "ミホン　タロウ",
    "2026-04-01",
    "10:00",
    "06-1234-5678",
    "mihon@example.jp",
    "12345",
    "1",
    "2026-04",
    "https://example.jp/",
    "4000020270008",
    {"name": APPLICANT["name"], "kana": APPLICANT["name_kana"]},
    {"from": "2026-04-01", "to": "2026-04-30"},
    {"bank": "0001", "branch": "001", "kind": "ordinary", "number": "1234567", "holder": APPLICANT["name_kana"]},
    ADDRESS,
    True,
    [str(uuid.UUID(int=0))],
)
"""Tried one after the other: the kind itself says which it takes."""


def circumstances(applicant: str = ProfileKind.INDIVIDUAL) -> Circumstances:
    return Circumstances(today=today().isoformat(), applicant=str(applicant))


def sample_answers(schema: FormSchema) -> dict[str, Any]:
    """Raw answers by key, in order where one could be found."""
    return _answers(schema.fields)


def sample(field: Field) -> Any:
    """None if nothing was found that the question takes."""
    if field.kind == "table":
        return [{"id": row.key, **_answers(field.fields)} for row in field.choices]
    if KINDS[field.kind].has_rows:
        count = max(1, GroupKind.fewest(field))
        return [{"id": f"sample{number}", **_answers(field.fields)} for number in range(count)]
    return next((raw for raw in _guesses(field) if _takes(field, raw)), None)


def _answers(fields: Any) -> dict[str, Any]:
    found = {field.key: sample(field) for field in fields if _is_typed(field)}
    return {key: raw for key, raw in found.items() if raw is not None}


def _is_typed(field: Field) -> bool:
    """Not what the form works out, nor rows that follow another list."""
    kind = KINDS[field.kind]
    return kind.has_answer and kind.is_typed and "follows" not in field.options


def _guesses(field: Field) -> Iterator[Any]:
    if field.example:
        yield field.example
    keys = [choice.key for choice in KINDS[field.kind].choices(field)]
    yield from keys[:1]
    if keys:
        yield keys[: max(1, int(field.options.get("min") or 1))]
    yield from (field.options[name] for name in ("min", "max") if field.options.get(name) is not None)
    yield from GUESSES


def _takes(field: Field, raw: Any) -> bool:
    try:
        return KINDS[field.kind].validate(field, raw) not in (None, "", [])
    except ValidationError:
        return False
