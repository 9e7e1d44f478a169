"""Questions that are answered with a number, an amount or a time."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..questions import QuestionBlock, autocomplete_block, prefill_block
from .settings import NUMBERS, unit, whole_number


class IntegerBlock(QuestionBlock):
    OPTIONS = ("min", "max", "unit")
    min = whole_number(_("Smallest"))
    max = whole_number(_("Largest"))
    unit = unit()

    class Meta:
        label = _("Whole number")
        icon = "decimal"
        group = NUMBERS


class DecimalBlock(QuestionBlock):
    OPTIONS = ("places", "min", "max", "unit")
    places = blocks.IntegerBlock(label=_("Digits after the point"), min_value=0, max_value=6, default=2)
    min = blocks.DecimalBlock(label=_("Smallest"), required=False, max_digits=15, decimal_places=6)
    max = blocks.DecimalBlock(label=_("Largest"), required=False, max_digits=15, decimal_places=6)
    unit = unit()

    class Meta:
        label = _("Number with digits after the point")
        icon = "decimal"
        group = NUMBERS


class MoneyBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    min = whole_number(_("Smallest"), min_value=0)
    max = whole_number(_("Largest"), min_value=0)

    class Meta:
        label = _("Amount in yen")
        icon = "tag"
        group = NUMBERS


class DateBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    min = blocks.DateBlock(label=_("First day allowed"), required=False)
    max = blocks.DateBlock(label=_("Last day allowed"), required=False)
    autocomplete = autocomplete_block("bday")
    prefill = prefill_block("birth_date")

    class Meta:
        label = _("Date")
        icon = "date"
        group = NUMBERS


def _month(label: Any) -> blocks.RegexBlock:
    return blocks.RegexBlock(
        label=label,
        required=False,
        regex=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$",
        error_messages={"invalid": _("Write the month like 2026-04.")},
        help_text=_("For example 2026-04."),
    )


class MonthBlock(QuestionBlock):
    OPTIONS = ("min", "max")
    min = _month(_("First month allowed"))
    max = _month(_("Last month allowed"))

    class Meta:
        label = _("Month of a year")
        icon = "calendar"
        group = NUMBERS


class PeriodBlock(QuestionBlock):
    OPTIONS = ("min", "max", "max_days")
    min = blocks.DateBlock(label=_("First day allowed"), required=False)
    max = blocks.DateBlock(label=_("Last day allowed"), required=False)
    max_days = whole_number(_("Most days, the first and the last included"), min_value=1, max_value=36_600)

    class Meta:
        label = _("Period (from a day to a day)")
        icon = "calendar-alt"
        group = NUMBERS


class TimeBlock(QuestionBlock):
    class Meta:
        label = _("Time of day")
        icon = "time"
        group = NUMBERS
