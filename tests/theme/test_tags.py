from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import engines
from django.utils import translation

from theme.templatetags import theme as tags

ARRIVAL = datetime(2026, 11, 22, 15, 3, 5, tzinfo=UTC)


def test_date_in_japanese_has_the_weekday() -> None:
    with translation.override("ja"):
        assert tags.date_ja(date(2026, 11, 23)) == "2026年11月23日（月）"


def test_time_is_shown_to_the_second_in_the_zone_of_the_site() -> None:
    with translation.override("ja"):
        assert tags.datetime_ja(ARRIVAL) == "2026年11月23日（月）00時03分05秒"


def test_times_in_english() -> None:
    with translation.override("en"):
        assert tags.date_ja(ARRIVAL) == "Monday, 23 November 2026"
        assert tags.datetime_ja(ARRIVAL) == "23 November 2026, 00:03:05"


def test_missing_values_are_empty() -> None:
    assert (tags.date_ja(None), tags.datetime_ja(None), tags.bytes_ja(None)) == ("", "", "")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0バイト"), (1023, "1023バイト"), (1536, "1.5KB"), (10 * 1024**2, "10MB"), (3 * 1024**3, "3GB")],
)
def test_sizes(number: int, text: str) -> None:
    with translation.override("ja"):
        assert tags.bytes_ja(number) == text


def test_badge_has_colour_and_escaped_words() -> None:
    assert tags.status_badge("granted", "<交付>") == '<span class="status status--green">&lt;交付&gt;</span>'


def test_unknown_state_is_grey() -> None:
    assert "status--grey" in tags.status_badge("something", "x")


def test_breadcrumb_links_all_but_the_last() -> None:
    html = engines["django"].from_string('{% load theme %}{% breadcrumb "A" "/" "B" %}').render({})
    assert '<a href="/">A</a>' in html
    assert '<span aria-current="page">B</span>' in html


def test_error_links_name_the_field_and_lead_to_its_place() -> None:
    class Form(forms.Form):
        first = forms.CharField(label="First", error_messages={"required": "Fill it in."})

    form = Form({})
    form.add_error(None, "Both.")
    with translation.override("en"):
        assert tags.error_links(form) == [("Both.", ""), ("First: Fill it in.", "id_first")]


def test_icon_is_hidden_from_screen_readers() -> None:
    assert 'aria-hidden="true"' in tags.icon("search")
