"""A draft whose form was renewed: told everywhere, moved with one button, marked until somebody looked."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from submissions.actions import move_draft, publish_form
from submissions.models import DraftAnswers, Submission, VersionDeadline
from submissions.schema import Field, FormSchema, Step
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import NAME, REASON, SHOPS, SubmissionFactory, handling

pytestmark = pytest.mark.django_db

SHOP_NAME = replace(SHOPS.fields[0], label="屋号")
NEWER = FormSchema(
    steps=(
        Step(key="you", title="申請者", fields=(NAME,)),
        Step(
            key="what",
            title="内容",
            fields=(replace(REASON, options={"max_length": 3}), replace(SHOPS, fields=(SHOP_NAME,))),
        ),
        Step(key="fax", title="連絡先", fields=(Field(key="fax", kind="tel", label="FAX番号", required=False),)),
    )
)


@pytest.fixture
def draft(client: Client) -> Submission:
    made: Submission = SubmissionFactory(draft=True)
    DraftAnswers.objects.filter(submission=made).update(answers={**made.draft.answers, "colour": "red"})
    client.force_login(made.applicant)
    return made


def renew(case: Submission, note: str = "", **changes: Any) -> None:
    publish_form(case.procedure, NEWER, handling(case.department, **changes), user=None, note=note)


def close(case: Submission, ends_at: Any) -> None:
    VersionDeadline.objects.create(form_version=case.form_version, ends_at=ends_at)


def url(case: Submission, name: str = "newer_form", *more: Any) -> str:
    return reverse(f"submissions:{name}", args=[case.reference, *more])


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


BANNER = "この手続の様式が新しくなりました"


def test_the_wizard_says_nothing_while_the_form_is_the_newest(client: Client, draft: Submission) -> None:
    assert BANNER not in page(client, url(draft, "step", 1))
    assert client.get(url(draft))["Location"] == url(draft, "step", 1)


@pytest.mark.parametrize("place", [("step", 1), ("confirm",)])
def test_the_wizard_tells_of_a_newer_form(client: Client, draft: Submission, place: tuple[Any, ...]) -> None:
    renew(draft)
    html = page(client, url(draft, *place))
    assert BANNER in html and url(draft) in html


def test_the_wizard_tells_the_deadline_and_that_it_is_over(client: Client, draft: Submission) -> None:
    renew(draft)
    close(draft, timezone.now() + timedelta(days=1))
    assert "この下書きをこのまま送信できる期限" in page(client, url(draft, "step", 1))
    VersionDeadline.objects.update(ends_at=timezone.now() - timedelta(days=1))
    assert "この様式は受付を終了しました" in page(client, url(draft, "step", 1))


def test_a_correction_is_not_told_of_newer_forms(client: Client) -> None:
    case = SubmissionFactory(in_correction=True)
    client.force_login(case.applicant)
    renew(case)
    assert BANNER not in page(client, url(case, "step", 2))
    assert client.get(url(case))["Location"] == reverse("submissions:case", args=[case.reference])


def test_the_page_lists_the_differences_and_what_becomes_of_answers(client: Client, draft: Submission) -> None:
    renew(draft, note="FAX番号の欄を加えました。", processing_days=30)
    html = page(client, url(draft))
    for words in (
        "FAX番号の欄を加えました。",
        "「FAX番号」",
        "追加",
        "削除",
        "標準処理期間",
        "理由：",
        "店舗 1: 屋号：",
    ):
        assert words in html
    assert "<dt>色</dt><dd>赤</dd>" in html
    assert "知事" not in html


def test_one_button_moves_the_draft_to_the_first_marked_step(client: Client, draft: Submission) -> None:
    renew(draft)
    response = client.post(url(draft))
    assert response["Location"] == url(draft, "step", 2)
    assert Submission.objects.get().form_version.number == 2
    html = page(client, url(draft, "step", 2))
    assert html.count("確認してください") >= 2
    assert "前の様式での答え" in html and "店を開くため" in html


def test_a_mark_goes_with_the_button_beside_it(client: Client, draft: Submission) -> None:
    renew(draft)
    client.post(url(draft))
    response = client.post(url(draft, "step", 2), {"confirm": "shops.r1.shop_name"})
    assert response["Location"] == f"{url(draft, 'step', 2)}#q-shops.r1.shop_name"
    assert DraftAnswers.objects.get().doubts == {"reason": "limit"}


def test_marked_answers_stand_on_the_confirmation_and_in_the_step_list(client: Client, draft: Submission) -> None:
    renew(draft)
    client.post(url(draft))
    html = page(client, url(draft, "confirm"))
    assert f'<a href="{url(draft, "step", 2)}#q-reason">' in html
    assert 'class="steps__item--error"' in page(client, url(draft, "step", 1))


def test_answers_that_are_asked_no_more_stay_readable(client: Client, draft: Submission) -> None:
    renew(draft)
    client.post(url(draft))
    assert url(draft) in page(client, url(draft, "step", 1))
    html = page(client, url(draft))
    assert "<dt>色</dt><dd>赤</dd>" in html and "<dt>席数</dt><dd>12席</dd>" in html


def test_a_form_for_others_is_explained_and_offers_no_button(client: Client, draft: Submission) -> None:
    renew(draft, applicant_kinds=("business" if draft.profile.kind == "individual" else "individual",))
    assert "新しい様式に移る<" not in page(client, url(draft))
    client.post(url(draft))
    assert Submission.objects.get().form_version.number == 1


def test_a_stranger_finds_nothing(client: Client, draft: Submission) -> None:
    renew(draft)
    client.force_login(ProfileFactory().members.get())
    assert [client.get(url(draft)).status_code, client.post(url(draft)).status_code] == [404, 404]
    assert Submission.objects.get().form_version.number == 1


def test_sending_after_the_deadline_is_refused_on_the_page(client: Client, draft: Submission) -> None:
    renew(draft)
    close(draft, timezone.now() - timedelta(seconds=1))
    html = client.post(url(draft, "confirm"), {"delivery": "electronic"}).content.decode()
    assert "新しい様式に移ってから" in html
    assert Submission.objects.get().number is None


@pytest.mark.parametrize("count", [1, 3])
def test_my_page_marks_drafts_of_renewed_forms(
    client: Client, draft: Submission, count: int, django_assert_max_num_queries: Any
) -> None:
    renew(draft)
    close(draft, timezone.now() + timedelta(days=1))
    for _number in range(count - 1):
        SubmissionFactory(draft=True, profile=draft.profile, form_version=draft.form_version)
    Submission.objects.exclude(pk=draft.pk).update(form_version=draft.form_version)
    page(client, reverse("submissions:case_list"))  # the first request of a minute notes that the session is in use
    with django_assert_max_num_queries(14):
        html = page(client, reverse("submissions:case_list"))
    assert html.count("様式が新しくなりました") == count
    move_draft(draft, user=draft.applicant)
    assert page(client, reverse("submissions:case_list")).count("様式が新しくなりました") == count - 1


def test_a_step_of_a_renewed_form_asks_the_database_little(
    client: Client, draft: Submission, django_assert_max_num_queries: Any
) -> None:
    renew(draft)
    page(client, url(draft, "step", 1))
    with django_assert_max_num_queries(5):
        page(client, url(draft, "step", 1))
