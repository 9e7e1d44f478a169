import pytest
from django.test import Client
from django.urls import reverse

from submissions.actions import save_draft
from submissions.enums import State
from submissions.models import Submission
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def url(case: Submission, name: str = "confirm") -> str:
    return reverse(f"submissions:{name}", args=[case.reference])


def test_everything_is_shown_before_it_is_sent(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    client.force_login(draft.applicant)
    html = client.get(url(draft)).content.decode()
    for words in ("山田　花子", "花屋", "12席", "審査のため", "この内容で送信する"):
        assert words in html


def test_faults_lead_to_their_questions(client: Client) -> None:
    draft = SubmissionFactory(draft=True, answers={"name": "", "reason": "理由"})
    client.force_login(draft.applicant)
    html = client.post(url(draft), {"delivery": "electronic"}).content.decode()
    assert f'href="/apply/{draft.reference}/1/?check=1#q-name"' in html
    assert Submission.objects.get().state == State.DRAFT


def test_delivery_must_be_chosen(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    client.force_login(draft.applicant)
    assert "受取方法を選択してください" in client.post(url(draft)).content.decode()


def test_sending_twice_shows_one_receipt(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    client.force_login(draft.applicant)
    answers = [client.post(url(draft), {"delivery": "electronic"}) for _click in range(2)]
    assert {answer["Location"] for answer in answers} == {url(draft, "receipt")}
    html = client.get(url(draft, "receipt")).content.decode()
    assert Submission.objects.get().display_number in html


def test_a_correction_is_sent_with_its_changes_shown(client: Client) -> None:
    case = SubmissionFactory(in_correction=True)
    client.force_login(case.applicant)
    save_draft(case, {"reason": "くわしい理由"}, user=case.applicant)
    html = client.get(url(case)).content.decode()
    assert ("店を開くため" in html, "くわしい理由" in html, "通知書の受取方法" in html) == (True, True, False)
    assert client.post(url(case))["Location"] == url(case, "case")
    assert Submission.objects.get().round == 2


def test_a_choice_made_after_the_session_ended_is_kept_and_nothing_sent(client: Client) -> None:
    draft = SubmissionFactory(draft=True)
    client.post(url(draft), {"delivery": "electronic"})
    client.force_login(draft.applicant)
    html = client.get(url(draft)).content.decode()
    assert ('value="electronic" checked' in html, "まだ送信されていません" in html) == (True, True)
    assert Submission.objects.get().state == State.DRAFT


def test_a_correction_leads_back_to_open_steps_only(client: Client) -> None:
    case = SubmissionFactory(in_correction=True, items={"reason": "くわしく書いてください。"})
    client.force_login(case.applicant)
    html = client.get(url(case)).content.decode()
    links = [html.count(f'href="/apply/{case.reference}/{position}/"') for position in (1, 2)]
    assert links == [0, 2]
