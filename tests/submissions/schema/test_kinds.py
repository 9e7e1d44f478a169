"""Each kind: what people type, in every width, and what is refused. Tables, so that a new variant is one line."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from submissions.schema import Choice, Field
from submissions.schema.kinds import KINDS

from .strategies import WITH_CHOICES

COLOURS = (Choice(key="r", label="赤", alias="red"), Choice(key="b", label="青", alias="blue"))
UUID = "3f2b0c9e-0000-4000-8000-000000000000"
ADDRESS = {
    "postal_code": "540-8570",
    "prefecture": "大阪府",
    "city": "大阪市",
    "street": "大手前２丁目",
    "building": "",
}
APRIL = {"from": {"year": "令和8", "month": "4", "day": "1"}, "to": "2026-04-30"}

GOOD: list[tuple[str, dict[str, Any], Any, Any]] = [
    ("text", {}, "  山田　花子 ", "山田　花子"),
    ("text", {}, "一行目\r\n二行目", "一行目 二行目"),
    ("text", {}, "か\u3099きく", "が\u304d\u304f"),
    ("text", {}, "\ufa19田\ufa11\u845b\U000e0100", "\ufa19田\ufa11\u845b\U000e0100"),
    ("text", {}, "a\x00b\ud800c\u202ed", "abcd"),
    ("text", {}, 42, "42"),
    ("text", {"pattern": "[0-9]{3}"}, "123", "123"),
    ("textarea", {}, "一行目\r\n二行目\u2028三行目", "一行目\n二行目\n三行目"),
    ("kana", {}, "やまだ はなこ", "ヤマダ　ハナコ"),
    ("kana", {}, "ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダ　ハナコ"),
    ("kana", {}, "は\u309aん", "パン"),
    ("kana", {}, "タロ-ト‐ス－", "タロートース\u30fc"),
    ("kana", {}, "ＡＢＣショウカイ", "ＡＢＣショウカイ"),
    ("kana", {}, "ミスゞ・ヴィラ", "ミスヾ・ヴィラ"),
    ("code", {}, "ａｂ－１２ー３", "AB-12-3"),
    ("integer", {}, "１２，３４５", 12345),
    ("integer", {}, "−５", -5),
    ("integer", {"unit": "席"}, "１２席", 12),
    ("integer", {}, 7, 7),
    ("money", {}, "￥１，０００", 1000),
    ("money", {}, "1,000円", 1000),
    ("date", {}, "2026-4-1", "2026-04-01"),
    ("date", {}, "２０２６／０４／０１", "2026-04-01"),
    ("date", {}, {"year": "令和８", "month": "４", "day": "１"}, "2026-04-01"),
    ("date", {}, {"year": "R8年", "month": "4月", "day": "1日"}, "2026-04-01"),
    ("date", {}, {"year": "平成元", "month": "1", "day": "8"}, "1989-01-08"),
    ("date", {}, {"year": 2024, "month": 2, "day": 29}, "2024-02-29"),
    ("time", {}, "９：００", "09:00"),
    ("time", {}, "21時30分", "21:30"),
    ("time", {}, "25時", "25:00"),
    ("radio", {}, "r", "r"),
    ("radio", {}, "blue", "b"),
    ("select", {}, "red", "r"),
    ("checkboxes", {}, ["blue", "r", "r"], ["r", "b"]),
    ("checkboxes", {}, "b", ["b"]),
    ("address", {}, ADDRESS | {"postal_code": "〒５４０ー８５７０"}, ADDRESS),
    ("address", {}, ADDRESS | {"postal_code": "", "extra": "x"}, ADDRESS | {"postal_code": ""}),
    ("tel", {}, "０６－１２３４－５６７８", "06-1234-5678"),
    ("tel", {}, "(06)1234-5678", "06-1234-5678"),
    ("tel", {}, "090 1234 5678", "09012345678"),
    ("tel", {}, "+81-6-1234-5678", "+81-6-1234-5678"),
    ("email", {}, " Ｈanako＠example.jp ", "Hanako@example.jp"),
    (
        "name",
        {},
        {"name": " 山田\u3000花子", "kana": "やまだ はなこ"},
        {"name": "山田\u3000花子", "kana": "ヤマダ　ハナコ"},
    ),
    ("name", {}, {"name": "\ufa11田", "kana": "ｻｷﾀ"}, {"name": "\ufa11田", "kana": "サキタ"}),
    ("name", {"kana_required": False}, {"name": "株式会社窓口"}, {"name": "株式会社窓口", "kana": ""}),
    ("decimal", {}, "１２．５", "12.50"),
    ("decimal", {"unit": "㎡"}, "1,234.50㎡", "1234.50"),
    ("decimal", {"places": 0}, "12.", "12"),
    ("decimal", {"places": 3}, "-0.0", "0.000"),
    ("decimal", {"min": "0.1"}, "0.10", "0.10"),
    ("decimal", {"places": 1}, "12.500", "12.5"),
    ("decimal", {}, 12, "12.00"),
    ("month", {}, {"year": "令和８", "month": "４月"}, "2026-04"),
    ("month", {}, {"year": "昭和64", "month": "1"}, "1989-01"),
    ("month", {}, {"year": "平成元", "month": "1"}, "1989-01"),
    ("month", {"min": "2026-04", "max": "2026-04"}, "２０２６／４", "2026-04"),
    ("period", {"max_days": 30}, APRIL, {"from": "2026-04-01", "to": "2026-04-30"}),
    ("period", {}, {"from": "2026-04-01", "to": "2026-04-01"}, {"from": "2026-04-01", "to": "2026-04-01"}),
    ("yesno", {}, "yes", "yes"),
    ("yesno", {}, "いいえ", "no"),
    ("yesno", {}, True, "yes"),
    ("yesno", {}, False, "no"),
    ("delivery", {}, "paper", "paper"),
    ("search_select", {}, "red", "r"),
    ("url", {}, " ＨＴＴＰＳ：／／example.jp/店?q=1 ", "https://example.jp/店?q=1"),
    ("corporate_number", {}, "４０００−０２０２－７０００ ８", "4000020270008"),
    ("corporate_number", {}, 4000020270008, "4000020270008"),
    ("photo", {}, UUID, [UUID]),
    ("file", {}, UUID.upper(), [UUID]),
    ("file", {"max_files": 2}, [UUID, UUID], [UUID]),
    ("declaration", {}, "on", True),
    ("declaration", {}, True, True),
]
BAD: list[tuple[str, dict[str, Any], Any, str]] = [
    ("text", {}, "あ" * 201, "too_long"),
    ("text", {"pattern": "[0-9]{3}"}, "12a", "wrong_pattern"),
    ("text", {}, ["山田"], "invalid"),
    ("text", {}, True, "invalid"),
    ("text", {}, 1.5, "invalid"),
    ("textarea", {"max_length": 3}, "四文字だ", "too_long"),
    ("kana", {}, "山田", "not_kana"),
    ("kana", {}, "ヤマダ<b>", "not_kana"),
    ("code", {"max_length": 3}, "１２３４", "too_long"),
    ("integer", {}, "12.5", "invalid_number"),
    ("integer", {}, "十二", "invalid_number"),
    ("integer", {}, "1_000", "invalid_number"),
    ("integer", {}, "9" * 16, "invalid_number"),
    ("integer", {}, "\u0661\u0662", "invalid_number"),
    ("integer", {"min": 0}, "-1", "too_small"),
    ("integer", {"max": 0}, "1", "too_large"),
    ("money", {}, "-1", "too_small"),
    ("date", {}, "2026-02-29", "invalid_date"),
    ("date", {}, {"year": "2026", "month": "", "day": "1"}, "invalid_date"),
    ("date", {}, {"year": "8", "month": "4", "day": "1"}, "invalid_year"),
    ("date", {}, {"year": "平成31", "month": "5", "day": "1"}, "wrong_era"),
    ("date", {}, {"year": "令和0", "month": "5", "day": "1"}, "wrong_era"),
    ("date", {}, {"year": {"x": 1}, "month": "5", "day": "1"}, "invalid_year"),
    ("date", {}, "昨日", "invalid_year"),
    ("date", {"min": "2026-04-01"}, "2026-03-31", "outside_range"),
    ("date", {"max": "2026-04-01"}, "2026-04-02", "outside_range"),
    ("time", {}, "30:00", "invalid_time"),
    ("time", {}, "9:60", "invalid_time"),
    ("time", {}, "9:", "invalid_time"),
    ("radio", {}, "green", "invalid_choice"),
    ("radio", {}, {"key": "r"}, "invalid_choice"),
    ("select", {}, ["r"], "invalid_choice"),
    ("checkboxes", {}, ["r", "x"], "invalid_choice"),
    ("checkboxes", {"min": 2}, ["r"], "too_few"),
    ("checkboxes", {"max": 1}, ["r", "b"], "too_many"),
    ("address", {}, "大阪府大阪市", "invalid"),
    ("address", {}, ADDRESS | {"street": " "}, "incomplete"),
    ("address", {}, ADDRESS | {"city": {"x": 1}}, "invalid"),
    ("address", {}, ADDRESS | {"postal_code": "540-857"}, "invalid_postal"),
    ("address", {}, ADDRESS | {"street": "あ" * 201}, "too_long"),
    ("tel", {}, "1234-5678", "invalid_tel"),
    ("tel", {}, "06-1234-567890123", "invalid_tel"),
    ("tel", {}, "0\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0661", "invalid_tel"),
    ("email", {}, "hanako", "invalid_email"),
    ("email", {}, "a@b.jp\nBcc: c@d.jp", "invalid_email"),
    ("name", {}, "山田花子", "invalid"),
    ("name", {}, {"name": "山田"}, "incomplete"),
    ("name", {}, {"kana": "ヤマダ"}, "incomplete"),
    ("name", {}, {"name": "山田", "kana": "山田"}, "not_kana"),
    ("name", {}, {"name": "あ" * 201, "kana": "ア"}, "too_long"),
    ("name", {}, {"name": "山田", "kana": "ア" * 201}, "too_long"),
    ("name", {}, {"name": ["山田"], "kana": "ヤマダ"}, "invalid"),
    ("decimal", {}, 12.5, "invalid"),
    ("decimal", {}, "1e3", "invalid_number"),
    ("decimal", {}, "NaN", "invalid_number"),
    ("decimal", {}, "9" * 16, "invalid_number"),
    ("decimal", {}, "1." + "0" * 21, "invalid_number"),
    ("decimal", {}, "12.345", "too_many_places"),
    ("decimal", {"min": "0.5"}, "0.49", "too_small"),
    ("decimal", {"max": "0.5"}, "0.51", "too_large"),
    ("month", {}, {"year": "2026", "month": "13"}, "invalid_month"),
    ("month", {}, {"year": "2026"}, "invalid_month"),
    ("month", {}, {"year": "平成32", "month": "4"}, "wrong_era"),
    ("month", {}, {"year": ["2026"], "month": {"a": 1}}, "invalid_year"),
    ("month", {"min": "2026-04"}, "2026-03", "outside_range"),
    ("month", {"max": "2026-04"}, "2026-05", "outside_range"),
    ("period", {}, "2026-04-01", "invalid"),
    ("period", {}, {"from": "2026-04-01"}, "incomplete"),
    ("period", {}, {"from": "2026-04-02", "to": "2026-04-01"}, "wrong_order"),
    ("period", {"max_days": 29}, APRIL, "too_long"),
    ("period", {"min": "2026-04-02"}, APRIL, "outside_range"),
    ("period", {"max": "2026-04-29"}, APRIL, "outside_range"),
    ("period", {}, {"from": ["x"], "to": "2026-04-01"}, "invalid"),
    ("yesno", {}, 1, "invalid_choice"),
    ("yesno", {}, ["yes"], "invalid_choice"),
    ("delivery", {}, "fax", "invalid_choice"),
    ("search_select", {}, "green", "invalid_choice"),
    ("url", {}, "example.jp", "invalid_url"),
    ("url", {}, "javascript:alert(1)//https://example.jp", "invalid_url"),
    ("url", {}, "ftp://example.jp/", "invalid_url"),
    ("url", {}, "https://example.jp/a b", "invalid_url"),
    ("url", {}, "https://bank.jp@evil.example/", "has_user"),
    ("url", {}, "https://example.jp/" + "a" * 2000, "too_long"),
    ("corporate_number", {}, "4000020270009", "wrong_check_digit"),
    ("corporate_number", {}, "0" * 13, "wrong_check_digit"),
    ("corporate_number", {}, "400002027000", "invalid_length"),
    ("photo", {}, ["../../etc/passwd"], "invalid_file"),
    ("file", {}, ["../../etc/passwd"], "invalid_file"),
    ("file", {"max_files": 1}, [UUID, UUID[:-1] + "1"], "too_many_files"),
    ("declaration", {}, "yes", "invalid"),
]
BLANK: list[Any] = [None, "", "  ", "\u3000", "\x00\u200b", [], {}]


def field(kind: str, options: dict[str, Any] | None = None, **changes: Any) -> Field:
    choices = COLOURS if kind in WITH_CHOICES else ()
    return Field(key="f", kind=kind, label="項目", choices=choices, options=options or {}, **changes)


@pytest.mark.parametrize(("kind", "options", "raw", "value"), GOOD)
def test_what_people_type_becomes_one_spelling(kind: str, options: dict[str, Any], raw: Any, value: Any) -> None:
    assert KINDS[kind].validate(field(kind, options), raw) == value


@pytest.mark.parametrize(("kind", "options", "raw", "code"), BAD)
def test_what_cannot_be_right_is_refused(kind: str, options: dict[str, Any], raw: Any, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        KINDS[kind].validate(field(kind, options), raw)
    assert refusal.value.code == code


@pytest.mark.parametrize("raw", BLANK)
@pytest.mark.parametrize("kind", [name for name, kind in KINDS.items() if kind.is_typed and not kind.has_rows])
def test_a_blank_is_required_or_nothing(kind: str, raw: Any) -> None:
    assert KINDS[kind].validate(field(kind, required=False), raw) is None
    with pytest.raises(ValidationError) as refusal:
        KINDS[kind].validate(field(kind), raw)
    assert refusal.value.code == "required"


@pytest.mark.parametrize("raw", [{"year": "", "month": "", "day": None}, {"year": " "}])
def test_an_untouched_date_is_blank(raw: dict[str, Any]) -> None:
    assert KINDS["date"].validate(field("date", required=False), raw) is None


@pytest.mark.parametrize("raw", [False, "false", "off"])
def test_an_empty_tick_is_blank(raw: Any) -> None:
    assert KINDS["declaration"].validate(field("declaration", required=False), raw) is None


def test_a_choice_is_found_by_its_key_before_another_ones_alias() -> None:
    crossed = (Choice(key="a", label="甲", alias="b"), Choice(key="b", label="乙"))
    question = Field(key="f", kind="radio", label="項目", choices=crossed)
    assert KINDS["radio"].clean(question, "b") == "b"


@pytest.mark.parametrize(
    ("kind", "options", "value", "shown"),
    [
        ("money", {}, 1200, "1,200 yen"),
        ("integer", {"unit": "席"}, 1200, "1,200席"),
        ("date", {}, "2026-04-01", "2026年4月1日（令和8年）"),
        ("radio", {}, "r", "赤"),
        ("checkboxes", {}, ["r", "b"], "赤、青"),
        ("address", {}, ADDRESS, "〒540-8570 大阪府大阪市大手前２丁目"),
        ("text", {}, None, ""),
        ("file", {}, [UUID], "1 file"),
        ("name", {}, {"name": "山田　花子", "kana": "ヤマダ　ハナコ"}, "山田　花子（ヤマダ　ハナコ）"),
        ("decimal", {"unit": "㎡"}, "1234.50", "1,234.50㎡"),
        ("month", {}, "2026-04", "2026年4月（令和8年）"),
        (
            "period",
            {},
            {"from": "2026-04-01", "to": "2026-04-30"},
            "2026年4月1日（令和8年）～2026年4月30日（令和8年） 30 days",
        ),
        ("yesno", {}, "no", "No"),
        ("delivery", {}, "electronic", "Online"),
        ("search_select", {}, "b", "青"),
    ],
)
def test_people_read_values_in_their_words(kind: str, options: dict[str, Any], value: Any, shown: str) -> None:
    with override("en"):
        assert KINDS[kind].display(field(kind, options), value) == shown
