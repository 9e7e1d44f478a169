"""What is drawn once and filled says the same as what is drawn afresh."""

from typing import Any

import pytest
from django.utils.translation import override

from submissions.forms.builder import StepForm
from submissions.schema import Choice, Field, Step
from tests.factories.forms import one_step

CHOICES = (Choice(key="red", label="赤"), Choice(key="blue", label="青"))
EMPTY = ' value=""'
"""Django leaves it out; to a browser both are an empty box."""
KINDS_DRAWN = ["text", "textarea", "tel", "money", "decimal", "url", "radio", "yesno", "select", "checkboxes", "date"]
ANSWERS = ["", None, "山田", '"><script>alert(1)</script>', "\n二行\n目", "red", "緑", 12]


def step_of(kind: str) -> Step:
    question = Field(key="q", kind=kind, label="質問 & <答>", help_text="説明", example="例", choices=CHOICES)
    return Step(key="s", title="段", fields=(question,))


def form_of(kind: str, answers: dict[str, Any], **settings: Any) -> StepForm:
    step = step_of(kind)
    return StepForm(step, one_step(step, answers), **settings)


@pytest.mark.parametrize("kind", KINDS_DRAWN)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_markup_that_is_kept_is_the_markup(kind: str, language: str) -> None:
    with override(language):
        for answer in ANSWERS:
            kept = form_of(kind, {"q": answer}, form_key=f"form-{kind}").items[0]
            fresh = form_of(kind, {"q": answer}).items[0]
            assert kept.markup.replace(EMPTY, "") == fresh.markup.replace(EMPTY, "")


def test_an_answer_is_never_kept_for_the_next_person() -> None:
    first = form_of("text", {"q": "最初の人"}, form_key="shared").items[0].markup
    second = form_of("text", {"q": "次の人"}, form_key="shared").items[0].markup
    assert ("最初の人" in first, "最初の人" in second, "次の人" in second) == (True, False, True)


def test_an_error_is_drawn_afresh() -> None:
    item = form_of("text", {"q": ""}, form_key="shared", is_checked=True).items[0]
    assert "＊「質問 &amp; &lt;答&gt;」を入力してください。" in item.markup
