"""Which mails somebody wants, and what they and the office see when mails come back."""

import json
import time
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.core import mail
from django.test import Client

from accounts.enums import MemberRole
from submissions.actions import record_bounce
from submissions.enums import GrantRole
from submissions.models import BouncedAddress, InboxItem, MailOptOut
from submissions.notifications import NOTIFICATIONS, notify
from submissions.notifications.bounces import sign
from tests.factories.accounts import ProfileFactory, UserFactory
from tests.factories.submissions import StaffMember, SubmissionFactory
from tests.submissions.admin.desk import desk, page

pytestmark = pytest.mark.django_db
MAILS = "/mypage/mails/"
OPTIONAL = {name for name, kind in NOTIFICATIONS.items() if kind.is_optional}
SECRET = "a-secret-of-the-tests"
BANNER = "メールが届いていません"


def test_an_unwanted_mail_is_not_sent_and_stands_in_the_inbox(client: Client) -> None:
    case = SubmissionFactory()
    client.force_login(case.applicant)
    client.post(MAILS, {"profile": "1", "wanted": list(OPTIONAL - {"arrived"})})
    assert MailOptOut.objects.values_list("profile", "notification").get() == (case.profile_id, "arrived")
    mail.outbox.clear()
    notify(case.events.get())
    assert (mail.outbox, InboxItem.objects.get().notification) == ([], "arrived")


def test_what_a_deadline_or_a_right_depends_on_is_always_mailed(client: Client) -> None:
    must = {"correction_requested", "reviewed_again", "returned", "notice_available"}
    assert must.isdisjoint(OPTIONAL)
    case = SubmissionFactory(in_correction=True)
    client.force_login(case.applicant)
    client.post(MAILS, {"profile": "1"})
    MailOptOut.objects.create(profile=case.profile, notification="correction_requested")
    mail.outbox.clear()
    notify(case.events.latest("sequence"))
    assert len(mail.outbox) == 1


def test_only_managers_choose_and_only_for_their_own(client: Client) -> None:
    profile, other = ProfileFactory(), ProfileFactory()
    clerk = UserFactory()
    profile.memberships.create(user=clerk, role=MemberRole.CLERK)
    client.force_login(clerk)
    for place in ("1", "2", "0", "x"):
        client.post(MAILS, {"profile": place})
    assert not MailOptOut.objects.exists()
    assert other.name == profile.name or other.name not in client.get(MAILS).content.decode()


def test_the_banner_is_for_the_holder_until_the_address_works_again(client: Client) -> None:
    case, other = SubmissionFactory(), SubmissionFactory()
    record_bounce(case.profile.email.upper(), user=None, status="5.1.1")
    client.force_login(other.applicant)
    client.post(f"{MAILS}works-again/", {"email": case.profile.email})
    assert (BANNER in client.get("/mypage/").content.decode(), BouncedAddress.objects.count()) == (False, 1)
    client.force_login(case.applicant)
    for address in ("/mypage/", "/mypage/inbox/", f"/mypage/{case.reference}/", MAILS):
        assert BANNER in client.get(address).content.decode()
    seen = desk(StaffMember(case.department, GrantRole.REVIEW)).get(page("case", case)).content.decode()
    assert "メールが戻ってきています" in seen
    client.post(f"{MAILS}works-again/", {"email": case.profile.email})
    assert BANNER not in client.get("/mypage/").content.decode()


def test_a_confirmed_address_is_no_longer_marked(client: Client) -> None:
    profile = ProfileFactory()
    user = profile.members.get()
    record_bounce(profile.email, user=None)
    address = EmailAddress.objects.create(user=user, email="new@example.jp", verified=True)
    email_confirmed.send(EmailAddress, request=None, email_address=address)
    client.force_login(user)
    assert BANNER not in client.get("/mypage/").content.decode()
    record_bounce("new@example.jp", user=None)
    email_confirmed.send(EmailAddress, request=None, email_address=address)
    assert not BouncedAddress.objects.filter(email="new@example.jp").exists()


def told(client: Client, email: str, *, secret: str = SECRET) -> int:
    body = json.dumps({"type": "email.bounced", "data": {"to": [email]}}).encode()
    moment = str(int(time.time()))
    headers = {
        "webhook-id": "msg_1",
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{sign(body, 'msg_1', moment, secret=secret)}",
    }
    return client.post("/mail/bounces/", body, content_type="application/json", headers=headers).status_code


def test_a_signed_webhook_marks_an_address_and_nothing_else_does(client: Client, settings: Any) -> None:
    profile = ProfileFactory()
    assert told(client, profile.email) == 404
    settings.BOUNCE_WEBHOOK_SECRET = SECRET
    assert told(client, profile.email, secret="another") == 403
    assert (told(client, "nobody@example.jp"), BouncedAddress.objects.count()) == (204, 0)
    assert (told(client, profile.email), BouncedAddress.objects.get().email) == (204, profile.email)


def test_failures_return_to_the_address_for_them(settings: Any) -> None:
    settings.BOUNCE_EMAIL = "bounces@example.jp"
    notify(SubmissionFactory().events.get())
    sent = mail.outbox[-1]
    assert (sent.from_email, sent.message()["From"]) == ("bounces@example.jp", settings.DEFAULT_FROM_EMAIL)
