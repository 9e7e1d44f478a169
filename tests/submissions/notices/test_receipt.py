from typing import Any

import pytest
from django.utils import timezone
from freezegun import freeze_time

from submissions.actions import resubmit, save_draft
from submissions.models import AnswerSet, Attachment, Submission
from submissions.notices.answers import answer_parts
from submissions.notices.receipt import render_receipt
from submissions.schema import Choice, Field, FormSchema, Step
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import ANSWERS, FormVersionFactory, SubmissionFactory

from .pdf import pages_of, words_of

pytestmark = pytest.mark.django_db


def filed(fields: tuple[Field, ...], answers: dict[str, Any], **values: Any) -> Submission:
    schema = FormSchema(steps=(Step(key="one", title="申請の内容", fields=fields),))
    return SubmissionFactory(form_version=FormVersionFactory(schema=schema), answers=answers, **values)


@freeze_time("2026-11-23 07:05:09")
def test_the_receipt_says_what_arrived_and_when_to_the_second() -> None:
    case = SubmissionFactory()
    words = words_of(render_receipt(case))
    expected = [
        case.display_number,
        "2026年11月23日（令和8年）",
        "16:05:09",
        case.form_version.title,
        "店を開くため",
        "12席",
    ]
    assert [text for text in expected if text not in words] == []


def test_labels_are_shown_for_choices_and_dates_in_both_calendars() -> None:
    colour = Field(
        key="c", kind="radio", label="色", choices=(Choice(key="k1", label="赤"), Choice(key="k2", label="青"))
    )
    case = filed((colour, Field(key="d", kind="date", label="開始日")), {"c": "k2", "d": "2026-04-01"})
    words = words_of(render_receipt(case))
    assert ("色青" in words, "開始日2026年4月1日（令和8年）" in words, "k2" in words) == (True, True, False)


def test_the_rows_of_a_group_are_numbered() -> None:
    rows = [{"id": f"r{number}", "shop_name": f"花屋{number}号", "seats": str(number)} for number in range(1, 51)]
    pages = pages_of(render_receipt(SubmissionFactory(answers={**ANSWERS, "shops": rows})))
    words = "".join("".join(pages).split())
    assert [f"店舗{number}店名花屋{number}号" in words for number in range(1, 51)] == [True] * 50
    assert f"{len(pages)} / {len(pages)}" in pages[-1]


def test_a_long_text_is_printed_to_its_end() -> None:
    text = "長い文章を書きました。" * 181
    assert words_of(render_receipt(SubmissionFactory(answers={**ANSWERS, "reason": text}))).count("章") == 181


def test_a_word_without_a_gap_stays_on_the_page() -> None:
    word = "https://example.jp/" + "a" * 400
    words = words_of(render_receipt(SubmissionFactory(answers={**ANSWERS, "reason": word})))
    assert words.replace("\u200b", "").count("a" * 400) == 1


def test_attachments_stand_with_name_size_and_fingerprint() -> None:
    case = SubmissionFactory(draft=True)
    photo = Attachment.objects.create(
        submission=case,
        path="photo",
        name="外観.jpg",
        content_type="image/jpeg",
        size=2048,
        sha256="ab" * 32,
        file="x",
        uploaded_by=case.applicant,
    )
    answers = {"name": "山田", "photo": [str(photo.pk)]}
    filed_round = AnswerSet(
        submission=case,
        round=1,
        form_version=case.form_version,
        answers=answers,
        applicant={"kind": case.profile.kind},
        filed_at=timezone.now(),
    )
    items = [item for part in answer_parts(filed_round, {str(photo.pk): photo}) for item in part["blocks"][-1]["items"]]
    file = items[-1]["files"][0]
    assert (items[-1]["label"], items[-1]["value"], file["name"]) == ("写真", "", "外観.jpg")
    assert ("2.0" in file["note"], "ab" * 8 in file["note"], "ab" * 9 in file["note"]) == (True, True, False)


def test_the_receipt_keeps_the_profile_as_it_was_filed() -> None:
    case = SubmissionFactory(profile=ProfileFactory(business=True))
    case.profile.contact_name = "あとの人"
    case.profile.save()
    words = words_of(render_receipt(case))
    assert ("湊二郎" in words, "湊一郎" in words, "あとの人" in words) == (True, True, False)


def test_every_round_has_a_receipt_of_its_own() -> None:
    case = SubmissionFactory(in_correction=True)
    save_draft(case, {"reason": "直した理由"}, user=case.applicant)
    again = resubmit(case, user=case.applicant)
    first, second = words_of(render_receipt(again, round=1)), words_of(render_receipt(again))
    assert ("店を開くため" in first, "直した理由" in first) == (True, False)
    assert ("店を開くため" in second, "直した理由" in second) == (False, True)


@pytest.mark.parametrize("text", ['#import "x"', "$x$ *bold*", "\\ #panic(1)", "<b>&amp;</b>"])
def test_what_applicants_type_is_never_markup(text: str) -> None:
    assert text.replace(" ", "") in words_of(render_receipt(SubmissionFactory(answers={**ANSWERS, "reason": text})))


def test_a_draft_has_no_receipt() -> None:
    with pytest.raises(AnswerSet.DoesNotExist):
        render_receipt(SubmissionFactory(draft=True))
