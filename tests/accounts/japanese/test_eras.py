from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from accounts.japanese.eras import both_calendars, japanese_date, parse_date, parse_month

KNOWN_DAYS = st.dates(date(1873, 1, 1), date(2099, 12, 31))


def parts(text: str) -> tuple[str, str, str]:
    year, rest = text.split("年", 1)
    month, rest = rest.split("月", 1)
    return year, month, rest.removesuffix("日")


@given(KNOWN_DAYS)
def test_a_japanese_date_reads_back_as_the_same_day(day: date) -> None:
    assert parse_date(*parts(japanese_date(day))) == day


@given(KNOWN_DAYS)
def test_a_western_date_reads_back_as_the_same_day(day: date) -> None:
    assert parse_date(str(day.year), str(day.month), str(day.day)) == day


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2019, 4, 30), "平成31年4月30日"),
        (date(2019, 5, 1), "令和元年5月1日"),
        (date(1989, 1, 7), "昭和64年1月7日"),
        (date(1989, 1, 8), "平成元年1月8日"),
        (date(1926, 12, 24), "大正15年12月24日"),
        (date(1926, 12, 25), "昭和元年12月25日"),
        (date(1912, 7, 29), "明治45年7月29日"),
        (date(1912, 7, 30), "大正元年7月30日"),
        (date(1873, 1, 1), "明治6年1月1日"),
        (date(1872, 12, 31), "1872年12月31日"),
    ],
)
def test_an_era_begins_on_its_day(day: date, written: str) -> None:
    assert japanese_date(day) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2026, 11, 23), "2026年11月23日（令和8年）"), (date(1800, 1, 1), "1800年1月1日")],
)
def test_both_calendars_where_there_are_two(day: date, written: str) -> None:
    assert both_calendars(day) == written


@pytest.mark.parametrize("year", ["令和8", "R8", "r.8", "Ｒ８年", "令和８年", "㋿8", "2026", "２０２６年"])
def test_a_year_is_read_however_it_is_written(year: str) -> None:
    assert parse_date(year, "１２月", "３日") == date(2026, 12, 3)


@pytest.mark.parametrize(
    ("year", "month", "day", "code"),
    [
        ("令和1", "4", "30", "wrong_era"),
        ("平成31", "5", "1", "wrong_era"),
        ("明治5", "12", "1", "wrong_era"),
        ("令和0", "5", "1", "wrong_era"),
        ("26", "4", "1", "invalid_year"),
        ("慶応3", "4", "1", "invalid_year"),
        ("", "4", "1", "invalid_year"),
        ("20_6", "4", "1", "invalid_year"),
        ("2026", "13", "1", "invalid_date"),
        ("2025", "2", "29", "invalid_date"),
        ("2026", "4", "x", "invalid_date"),
    ],
)
def test_a_day_that_is_none_is_refused(year: str, month: str, day: str, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        parse_date(year, month, day)
    assert refusal.value.code == code


def test_a_year_that_an_era_never_had_comes_with_the_year_that_is_meant() -> None:
    with pytest.raises(ValidationError) as refusal:
        parse_date("平成32", "4", "1")
    assert "令和2年4月1日" in refusal.value.messages[0]
    with pytest.raises(ValidationError) as refusal:
        parse_month("平成32年", "4")
    assert "令和2年4月" in refusal.value.messages[0]


@pytest.mark.parametrize(
    ("year", "month", "first"),
    [
        ("昭和64", "1", date(1989, 1, 1)),
        ("平成元", "1", date(1989, 1, 1)),
        ("平成31", "4", date(2019, 4, 1)),
        ("令和元", "5", date(2019, 5, 1)),
        ("２０２６", "４月", date(2026, 4, 1)),
    ],
)
def test_a_month_in_which_an_era_ends_belongs_to_both(year: str, month: str, first: date) -> None:
    assert parse_month(year, month) == first
