from collections.abc import Iterator

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test import SimpleTestCase
from django.utils import translation

from theme.form_renderer import ThemeRenderer

HOSTILE = '"><script>alert(1)</script>'


class Questions(forms.Form):
    name = forms.CharField(label="Name", help_text="Family name first")
    kana = forms.CharField(label="Kana", required=False)
    kind = forms.ChoiceField(label="Kind", choices=[("i", "Person")], widget=forms.RadioSelect)
    agree = forms.BooleanField(label="I agree")
    number = forms.CharField(label="Number", disabled=True, required=False)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def drawn(name: str, form: forms.Form | None = None) -> str:
    return str((form or Questions())[name].as_field_group())


@pytest.mark.parametrize(
    ("name", "badge"), [("name", "(required)"), ("kana", "(optional)"), ("number", "Cannot be edited")]
)
def test_field_says_in_words_whether_it_must_be_filled(name: str, badge: str) -> None:
    badges = [word for word in ("(required)", "(optional)", "Cannot be edited") if word in drawn(name)]
    assert badges == [badge]


def test_field_is_described_by_its_help_and_its_error() -> None:
    html = drawn("name", Questions({}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert html.count('id="id_name_helptext"') == html.count('id="id_name_error"') == 1


def test_field_shows_label_help_box_error_in_this_order() -> None:
    html = drawn("name", Questions({}))
    places = [html.index(text) for text in ("field__label", "(required)", "Family name", "<input", "field__error")]
    assert places == sorted(places)


def test_error_begins_with_the_mark() -> None:
    assert '<p class="field__error">＊This field is required.</p>' in drawn("name", Questions({}))


def test_group_is_a_described_fieldset_with_a_legend() -> None:
    html = drawn("kind", Questions({}))
    assert '<fieldset aria-describedby="id_kind_error"><legend class="field__label">Kind' in html


def test_tick_stands_inside_its_own_label() -> None:
    html = drawn("agree")
    assert html.index("<label") < html.index("<input") < html.index("I agree") < html.index("</label>")
    assert html.count("<label") == 1


def test_texts_of_authors_and_applicants_are_escaped() -> None:
    form = Questions({"name": HOSTILE})
    form.fields["name"].label = form.fields["name"].help_text = HOSTILE
    form.add_error("name", HOSTILE)
    assert "<script>" not in drawn("name", form)


def test_form_draws_each_field_once_and_the_common_error() -> None:
    form = Questions({})
    form.add_error(None, "Two things do not fit.")
    html = str(form)
    assert html.count('class="field ') + html.count('class="field"') == len(form.fields)
    assert html.count("Two things do not fit.") == 1


@pytest.mark.parametrize(
    "widget",
    [
        forms.TextInput({"class": "width-m", "maxlength": 1200, "data-x": HOSTILE}),
        forms.NumberInput({"min": 0, "readonly": True, "required": False}),
        forms.EmailInput(),
        forms.PasswordInput({"autocomplete": "off"}),
        forms.HiddenInput(),
    ],
)
@pytest.mark.parametrize("value", [None, "", 0, 1234567, HOSTILE])
def test_plain_input_is_what_django_draws(widget: forms.Widget, value: object) -> None:
    ours = widget.render("n", value, {"id": "id_n"}, renderer=ThemeRenderer())
    djangos = widget.render("n", value, {"id": "id_n"}, renderer=DjangoTemplates())
    SimpleTestCase().assertHTMLEqual(ours, djangos)
