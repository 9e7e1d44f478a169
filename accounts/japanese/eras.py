"""和暦 and 西暦. Source of the first days: 元号を改める政令 of each era; 明治 from the solar calendar of 1873 on."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .normalise import half_width


class Era(NamedTuple):
    name: str
    letter: str
    first_day: date

    @property
    def year_before(self) -> int:
        """What is added to a year of the era: 令和1 is 2018 + 1."""
        return 1867 if self.letter == "M" else self.first_day.year - 1


ERAS = (
    Era("令和", "R", date(2019, 5, 1)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("明治", "M", date(1873, 1, 1)),
)
ERA_YEAR = re.compile(r"^(令和|平成|昭和|大正|明治|[RHSTM])\.?(元|[0-9]{1,2})年?$", re.IGNORECASE)
WESTERN_YEAR = re.compile(r"^([12][0-9]{3})年?$")
SMALL = re.compile(r"^([0-9]{1,2})[月日]?$")


def era_of(day: date) -> Era | None:
    return next((era for era in ERAS if day >= era.first_day), None)


def japanese_date(day: date) -> str:
    """``令和8年11月23日``; before the eras known here, the plain year."""
    era = era_of(day)
    year = day.year - era.year_before if era else day.year
    return f"{era.name if era else ''}{'元' if era and year == 1 else year}年{day.month}月{day.day}日"


def both_calendars(day: date) -> str:
    """``2026年11月23日（令和8年）``; before the eras known here, the western date alone."""
    western = f"{day.year}年{day.month}月{day.day}日"
    return f"{western}（{japanese_date(day).split('年', 1)[0]}年）" if era_of(day) else western


def month_in_both_calendars(first: date) -> str:
    """``2026年11月（令和8年）`` of the month that begins on `first`."""
    western = f"{first.year}年{first.month}月"
    return f"{western}（{japanese_date(first).split('年', 1)[0]}年）" if era_of(first) else western


def parse_month(year: str, month: str) -> date:
    """The first day of a month from two boxes; the year in either calendar, the era any that the month saw."""
    era, western_year = _year(half_width(year))
    try:
        first = date(western_year, _small(month), 1)
    except ValueError:
        raise ValidationError(_("Enter a month that exists, for example 2026 / 4."), code="invalid_month") from None
    last = first.replace(day=monthrange(first.year, first.month)[1])
    if era is not None and era not in (era_of(first), era_of(last)):
        hint = japanese_date(first).split("月", 1)[0] + "月"
        raise _wrong_era(era, hint)
    return first


def parse_date(year: str, month: str, day: str) -> date:
    """A date from three boxes; the year in either calendar. ValidationError says what does not fit.

    A year of one or two digits without an era is refused: 8 may be 令和8年 or 2008.
    """
    era, western_year = _year(half_width(year))
    try:
        parsed = date(western_year, _small(month), _small(day))
    except ValueError:
        raise ValidationError(_("Enter a date that exists, for example 2026 / 4 / 1."), code="invalid_date") from None
    if era is not None:
        _refuse_other_era(parsed, era)
    return parsed


def _year(text: str) -> tuple[Era | None, int]:
    """The era that was written, if one was, and the year in the western calendar."""
    if western := WESTERN_YEAR.match(text):
        return None, int(western[1])
    match = ERA_YEAR.match(text)
    if match is None:
        raise ValidationError(
            _("Enter the year with four digits or with its era, for example 2026 or 令和8."), code="invalid_year"
        )
    era = next(era for era in ERAS if match[1].upper() in (era.name, era.letter))
    return era, era.year_before + (1 if match[2] == "元" else int(match[2]))


def _small(text: str) -> int:
    """A month or a day; 0, which no date has, if it is none."""
    match = SMALL.match(half_width(text))
    return int(match[1]) if match else 0


def _refuse_other_era(day: date, era: Era) -> None:
    if era_of(day) is not era:
        raise _wrong_era(era, japanese_date(day))


def _wrong_era(era: Era, hint: str) -> ValidationError:
    return ValidationError(
        _("That day is not in %(era)s. Did you mean %(date)s?") % {"era": era.name, "date": hint}, code="wrong_era"
    )
