from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from submissions.actions import send_message
from submissions.enums import GrantRole
from submissions.models import InboxItem, Message, Submission
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import StaffMember, SubmissionFactory
from tests.submissions.admin.desk import desk, page
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db


def talk(case: Submission) -> str:
    return reverse("submissions:messages", args=[case.reference])


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("店.png", picture("PNG"))


@pytest.mark.parametrize("count", [1, 3])
def test_messages_ask_as_often_for_three_as_for_one(
    client: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    case = SubmissionFactory()
    for _number in range(count):
        send_message(case, user=case.applicant, body="質問", uploads=[photo()])
    client.force_login(case.applicant)
    client.get(talk(case))
    with django_assert_max_num_queries(14):
        client.get(talk(case))


def test_an_applicant_writes_with_a_file_and_reads_that_it_was_read(client: Client) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    client.post(talk(case), {"body": "写真を送ります。", "attached": [photo()], "key": str(uuid4())})
    assert "まだ窓口で読まれていません" in client.get(talk(case)).content.decode()
    desk(StaffMember(case.department, GrantRole.REVIEW)).get(page("case", case))
    html = client.get(talk(case)).content.decode()
    assert ("写真を送ります。" in html, "店.png" in html, "窓口で読まれました" in html) == (True, True, True)


def test_a_message_that_cannot_be_sent_comes_back_as_it_was_typed(client: Client) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    bad = SimpleUploadedFile("a.exe", b"MZ")
    html = client.post(talk(case), {"body": "この文章は残る", "attached": [bad]}).content.decode()
    assert ("この文章は残る" in html, "添付できない種類のファイルです" in html) == (True, True)
    assert not Message.objects.exists()


def test_reading_the_office_clears_the_news_and_shows_no_name(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    case = SubmissionFactory()
    reviewer = StaffMember(case.department, GrantRole.REVIEW)
    with django_capture_on_commit_callbacks(execute=True):
        desk(reviewer).post(page("send_message", case), {"body": "確認しました。", "attached": [photo()]})
    client.force_login(case.applicant)
    html = client.get(talk(case)).content.decode()
    assert ("確認しました。" in html, str(reviewer) in html, reviewer.username in html) == (True, False, False)
    message = case.messages.get()
    assert None not in (message.read_at, InboxItem.objects.get(notification="message_from_office").read_at)
    assert client.get(reverse("submissions:attachment", args=[message.attachments.get().pk])).status_code == 200


def test_messages_are_the_case_sides_alone(client: Client) -> None:
    case = SubmissionFactory()
    file = send_message(case, user=case.applicant, body="内密の質問", uploads=[photo()]).attachments.get()
    stranger = ProfileFactory().members.get()
    client.force_login(stranger)
    assert client.get(talk(case)).status_code == 404
    assert client.post(talk(case), {"body": "x"}).status_code == 404
    assert client.get(reverse("submissions:attachment", args=[file.pk])).status_code == 404
    other_office = desk(StaffMember(SubmissionFactory().department, GrantRole.REVIEW))
    assert other_office.get(page("case", case)).status_code == 404
    assert other_office.post(page("send_message", case), {"body": "x"}).status_code == 404
    assert other_office.get(page("file", case, file.pk)).status_code == 404
    assert case.messages.count() == 1


def test_viewers_of_the_office_read_and_do_not_answer() -> None:
    case = SubmissionFactory()
    send_message(case, user=case.applicant, body="質問の中身")
    viewer = desk(StaffMember(case.department, GrantRole.VIEW))
    response = viewer.get(page("case", case))
    assert ("質問の中身" in response.content.decode(), response.context["message_form"]) == (True, None)
    viewer.post(page("send_message", case), {"body": "x"})
    assert (case.messages.count(), case.messages.get().read_at) == (1, None)
