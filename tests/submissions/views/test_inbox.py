from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from submissions.models import InboxItem
from submissions.notifications import notify
from submissions.queries import unread_news
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db
INBOX = "/mypage/inbox/"


@pytest.mark.parametrize("count", [1, 3])
def test_inbox_asks_as_often_for_three_as_for_one(client: Client, count: int, django_assert_num_queries: Any) -> None:
    profile = ProfileFactory()
    for _number in range(count):
        notify(SubmissionFactory(profile=profile).events.get())
    client.force_login(profile.members.get())
    client.get(INBOX)
    with django_assert_num_queries(8):
        assert client.get(INBOX).content.decode().count("news__item--new") == count


def test_news_is_kept_even_if_no_mail_can_be_sent(client: Client) -> None:
    case = SubmissionFactory()
    case.profile.email = ""
    case.profile.save()
    mail.outbox.clear()
    notify(case.events.get())
    assert (mail.outbox, InboxItem.objects.get().submission) == ([], case)


def test_the_header_counts_until_the_case_is_opened(client: Client) -> None:
    case = SubmissionFactory()
    notify(case.events.get())
    client.force_login(case.applicant)
    assert unread_news(case.applicant) == 1
    client.get(reverse("submissions:case", args=[case.reference]))
    assert unread_news(case.applicant) == 0


def test_news_is_its_applicants_alone_and_the_button_clears_only_theirs(client: Client) -> None:
    own, other = SubmissionFactory(), SubmissionFactory()
    for case in (own, other):
        notify(case.events.get())
    client.force_login(own.applicant)
    html = client.get(INBOX).content.decode()
    assert (own.display_number in html, other.display_number in html) == (True, False)
    client.post(INBOX)
    assert (unread_news(own.applicant), unread_news(other.applicant)) == (0, 1)
