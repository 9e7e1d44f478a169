"""Appointing an agent, acting as one, and what becomes of it afterwards."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.agent_actions import end_appointment
from accounts.models import Appointment
from submissions.actions import save_draft, start_draft, submit
from submissions.enums import GrantRole
from submissions.models import Submission
from submissions.notices.receipt import receipt_content
from tests.factories.accounts import Agency, ProfileFactory
from tests.factories.submissions import ANSWERS, FormVersionFactory, StaffMember, SubmissionFactory
from tests.submissions.api.caller import Caller

pytestmark = pytest.mark.django_db


def day(name: str, ahead: int) -> dict[str, int]:
    found = timezone.localdate() + timedelta(days=ahead)
    return {f"{name}-year": found.year, f"{name}-month": found.month, f"{name}-day": found.day}


def logged_in(profile: Any) -> Client:
    client = Client()
    client.force_login(profile.members.get())
    return client


def test_an_appointment_goes_by_mail_and_is_accepted_with_the_number_of_a_paid_agent() -> None:
    principal, agent = ProfileFactory(name="本人　花子"), ProfileFactory(business=True)
    covered, _other = FormVersionFactory(title="許可申請"), FormVersionFactory(title="ほかの申請")
    owner, helper = logged_in(principal), logged_in(agent)
    typed = {"profile": principal.pk, "email": "gyosei@example.jp", "powers": ["apply"], "is_paid": "yes"}
    typed |= {"extent": "chosen", **day("starts_on", 0), **day("ends_on", 30)}
    assert "手続を1つ以上選んでください。" in owner.post("/agents/new/", typed).content.decode()
    owner.post("/agents/new/", {**typed, "procedures": [covered.page_id]})
    found = re.search(r"/agents/offers/\S+", str(mail.outbox[-1].body))
    assert found is not None and "本人　花子" in mail.outbox[-1].body
    html = helper.get(found.group()).content.decode()
    assert ("許可申請" in html, "ほかの申請" in html) == (True, False)
    assert "登録番号" in helper.post(found.group(), {"agent": agent.pk}).content.decode()
    answer = helper.post(found.group(), {"agent": agent.pk, "registration_number": "１２３４５６７８"}, follow=True)
    assert "本人　花子さんの代理で手続きしています" in answer.content.decode()
    assert Appointment.objects.get().registration_number == "12345678"


def test_an_agent_appoints_nobody_in_the_principals_name() -> None:
    appointment = Agency(ProfileFactory(), ProfileFactory())
    client = logged_in(appointment.agent)
    client.post("/accounts/switch/", {"acting": f"agent-{appointment.pk}"})
    assert [client.get(url).status_code for url in ("/agents/", "/agents/new/")] == [404, 404]


def test_a_draft_keeps_its_name_whatever_the_session_has_chosen() -> None:
    principal, agent = ProfileFactory(name="本人　花子"), ProfileFactory(name="代理　次郎")
    Agency(principal, agent)
    version, client = FormVersionFactory(), logged_in(agent)
    theirs = start_draft(version.page, user=agent.members.get(), profile=principal)
    own = start_draft(version.page, user=agent.members.get(), profile=agent)
    for draft, words in ((theirs, "本人　花子さんの代理で手続きしています"), (own, "申請者：<b>代理　次郎</b>")):
        html = client.get(reverse("submissions:step", args=[draft.reference, 1])).content.decode()
        assert words in html
    html = client.get(reverse("submissions:case_list")).content.decode()
    assert (own.reference in html, theirs.reference in html) == (True, False)


def filed_by_agent() -> tuple[Submission, Appointment]:
    principal, agent = ProfileFactory(name="本人　花子"), ProfileFactory(name="代理　次郎", phone="06-9999-0000")
    appointment = Agency(principal, agent, is_paid=True, registration_number="12345678")
    user = agent.members.get()
    draft = start_draft(FormVersionFactory().page, user=user, profile=principal)
    save_draft(draft, ANSWERS, user=user)
    return submit(draft, user=user, delivery="electronic"), appointment


def test_the_office_the_principal_and_the_receipt_read_who_acted() -> None:
    case, _appointment = filed_by_agent()
    desk = Client()
    desk.force_login(StaffMember(case.department, GrantRole.REVIEW))
    html = desk.get(reverse("case_admin:case", args=[case.pk])).content.decode()
    for words in ("代理　次郎", "06-9999-0000", "12345678", "代理人による申請等"):
        assert words in html
    page = logged_in(case.profile).get(reverse("submissions:case", args=[case.reference])).content.decode()
    assert "代理人：代理　次郎" in page
    parts = receipt_content(case, case.answer_sets.get())["parts"]
    assert {item["value"] for item in parts[1]["blocks"][0]["items"]} >= {"代理　次郎", "12345678"}


def test_ending_the_appointment_refuses_the_next_request_with_a_sentence() -> None:
    case, appointment = filed_by_agent()
    agent, owner = logged_in(appointment.agent), logged_in(case.profile)
    url = reverse("submissions:case", args=[case.reference])
    assert agent.get(url).status_code == 200
    owner.post("/agents/end/", {"appointment": appointment.pk})
    refused = agent.get(url)
    assert (refused.status_code, "代理人としての登録が終了している" in refused.content.decode()) == (403, True)
    api = Caller(case.applicant).get(f"/submissions/{case.reference}/")
    assert (api.status_code, api.json()["code"]) == (403, "not_allowed")
    assert owner.get(url).status_code == 200
    assert logged_in(ProfileFactory()).get(url).status_code == 404


def test_strangers_end_no_appointment() -> None:
    _case, appointment = filed_by_agent()
    stranger = SubmissionFactory().profile
    assert logged_in(stranger).post("/agents/end/", {"appointment": appointment.pk}).status_code == 404
    end_appointment(appointment, user=appointment.principal.members.get())


def test_the_api_lists_names_and_begins_in_them_only() -> None:
    principal, agent, stranger = ProfileFactory(name="本人　花子"), ProfileFactory(), ProfileFactory()
    Agency(principal, agent)
    version, caller = FormVersionFactory(), Caller(agent.members.get())
    names = [(each["name"], each["role"]) for each in caller.get("/profiles/").json()]
    assert names == [(agent.name, "manager"), ("本人　花子", "agent")]
    begun = [
        caller.post("/submissions/", procedure=version.page_id, profile=profile.pk).status_code
        for profile in (principal, stranger)
    ]
    assert begun == [201, 404]
