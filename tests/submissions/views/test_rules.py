"""A form whose questions depend on answers, on pages without JavaScript and through to the filed round."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from submissions.actions import add_attachment, request_correction, resubmit, save_draft, submit
from submissions.admin.answers import steps_of
from submissions.deadlines import add_business_days, today
from submissions.enums import GrantRole
from submissions.models import AnswerSet, DraftAnswers, Submission
from submissions.refusals import Incomplete
from submissions.schema import Choice, Field, FormSchema, Rule, Step
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db

KINDS = (Choice(key="bar", label="居酒屋"), Choice(key="cafe", label="喫茶店"))
KIND = Field(key="kind", kind="radio", label="業態", choices=KINDS)
WHY = Field(key="why", kind="text", label="理由")
WHO = Field(key="who", kind="text", label="名前")
STAFF = Field(key="staff", kind="group", label="従業員", required=False, fields=(WHO,))
DAYS = Field(key="days", kind="integer", label="日数")
AMOUNT = Field(key="amount", kind="calculated", label="小計", options={"expression": ["*", ["get", "days"], 30000]})
SHOPS = Field(key="shops", kind="group", label="店舗", fields=(DAYS, AMOUNT, STAFF))
SUM = ["sum", "shops", ["get", "amount"]]
TOTAL = Field(key="total", kind="calculated", label="合計", options={"expression": SUM, "shown_as": "money"})
PERMIT = Field(key="permit", kind="file", label="写し")
PAPERS = Field(
    key="papers", kind="group", label="許可証", required=False, options={"follows": "shops"}, fields=(PERMIT,)
)
SCHEMA = FormSchema(
    steps=(
        Step(key="s1", title="業態", fields=(KIND, WHY)),
        Step(key="s2", title="店舗", fields=(SHOPS, TOTAL)),
        Step(key="s3", title="書類", fields=(PAPERS,)),
    ),
    rules=(
        Rule(effect="show", targets=("why",), when=["=", ["get", "kind"], "bar"]),
        Rule(effect="skip", targets=("s3",), when=["=", ["get", "kind"], "cafe"]),
        Rule(effect="limit", targets=("total",), check=["<=", ["get", "total"], 300000], message="上限は30万円です。"),
        Rule(effect="stop", when=[">", ["count", "shops"], 2], title="対象外です", message="店舗は2つまでです。"),
        Rule(effect="warn", targets=("days",), when=[">", ["get", "days"], 8], message="日数をお確かめください。"),
    ),
)
SHOP = {"id": "a", "days": "3", "staff": [{"id": "x", "who": "花子"}]}
CAFE = {"kind": "cafe", "why": "残る言葉", "shops": [SHOP]}


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("許可証.jpg", picture())


@pytest.fixture
def draft(client: Client) -> Submission:
    made: Submission = SubmissionFactory(draft=True, form_version=FormVersionFactory(schema=SCHEMA), answers=CAFE)
    client.force_login(made.applicant)
    return made


def url(case: Submission, position: int) -> str:
    return reverse("submissions:step", args=[case.reference, position])


def page(client: Client, case: Submission, position: int) -> str:
    return client.get(url(case, position), follow=True).content.decode()


def test_hidden_question_stands_in_the_page_for_the_browser(client: Client, draft: Submission) -> None:
    html = page(client, draft, 1)
    assert '<div data-item="why" hidden>' in html
    assert 'id="form-rules"' in html and "evaluation.js" in html


def test_question_that_opens_is_asked_before_going_on(client: Client, draft: Submission) -> None:
    typed = {"kind": "bar", "why": "", "action": "next"}
    html = client.post(url(draft, 1), typed, follow=True).content.decode()
    assert "このページの質問が増えました" in html and '<div data-item="why">' in html
    html = client.post(url(draft, 1), typed, follow=True).content.decode()
    assert "「理由」を入力してください。" in html


def test_browser_that_applies_rules_is_not_stopped(client: Client, draft: Submission) -> None:
    typed = {"kind": "bar", "why": "理由", "action": "next", "rules": "1"}
    assert client.post(url(draft, 1), typed)["Location"] == url(draft, 2)


def test_step_that_a_rule_skips_leads_on(client: Client, draft: Submission) -> None:
    assert "書類" not in page(client, draft, 1)
    assert client.get(url(draft, 3))["Location"] == url(draft, 2)
    assert client.post(url(draft, 2), {"action": "next"})["Location"] == reverse(
        "submissions:confirm", args=[draft.reference]
    )


def test_calculated_values_and_warnings_are_shown(client: Client, draft: Submission) -> None:
    html = client.post(url(draft, 2), {"shops.a.days": "9", "action": "stay"}, follow=True).content.decode()
    assert "270,000円" in html and "日数をお確かめください。" in html


def test_limit_is_told_beside_the_total(client: Client, draft: Submission) -> None:
    html = client.post(url(draft, 2), {"shops.a.days": "11", "action": "next"}, follow=True).content.decode()
    assert "＊上限は30万円です。" in html


def test_stop_leads_to_a_page_that_explains(client: Client, draft: Submission) -> None:
    rows = [{"id": letter, "days": "1"} for letter in "abc"]
    save_draft(draft, {"shops": rows}, user=draft.applicant)
    html = client.post(url(draft, 2), {"action": "next"}, follow=True).content.decode()
    assert "対象外です" in html and "店舗は2つまでです。" in html
    with pytest.raises(Incomplete) as refusal:
        submit(draft, user=draft.applicant, delivery="electronic")
    assert refusal.value.errors == {"shops": ["店舗は2つまでです。"]}


def test_exit_page_without_a_reason_leads_back(client: Client, draft: Submission) -> None:
    assert client.get(reverse("submissions:exit", args=[draft.reference, 2]))["Location"] == url(draft, 2)


def test_filed_round_holds_what_was_asked_and_worked_out(client: Client, draft: Submission) -> None:
    submit(draft, user=draft.applicant, delivery="electronic")
    filed = AnswerSet.objects.get()
    shop = {"id": "a", "days": 3, "amount": 90000, "staff": [{"id": "x", "who": "花子"}]}
    assert filed.answers == {"kind": "cafe", "shops": [shop], "total": 90000}
    labels = [entry.label for step in steps_of(Submission.objects.get()) for entry in step.entries]
    assert labels == ["業態", "店舗", "店舗 1: 従業員", "合計"]
    html = client.get(reverse("submissions:case", args=[draft.reference])).content.decode()
    assert "90,000円" in html and "残る言葉" not in html


def test_entries_follow_another_list_and_take_files(client: Client, draft: Submission) -> None:
    save_draft(draft, {"kind": "bar", "shops": [SHOP, {"id": "b", "days": "1"}]}, user=draft.applicant)
    assert [row["id"] for row in DraftAnswers.objects.get().answers["papers"]] == ["a", "b"]
    add_attachment(draft, "papers.b.permit", photo(), user=draft.applicant)
    save_draft(draft, {"shops": [SHOP]}, user=draft.applicant)
    html = page(client, draft, 3)
    assert "許可証 1：3" in html and "許可証 2" not in html
    save_draft(draft, {"shops": [SHOP, {"id": "b", "days": "1"}]}, user=draft.applicant)
    assert len(DraftAnswers.objects.get().answers["papers"][1]["permit"]) == 1


def test_rows_in_rows_are_added_and_removed(client: Client, draft: Submission) -> None:
    client.post(url(draft, 2), {"shops.a.days": "3", "shops.a.staff.x.who": "花子", "rows": "add:shops.a.staff"})
    rows = DraftAnswers.objects.get().answers["shops"][0]["staff"]
    assert [row.get("who") for row in rows] == ["花子", None]
    client.post(url(draft, 2), {"rows": "remove:shops.a.staff:x"})
    assert [row.get("who") for row in DraftAnswers.objects.get().answers["shops"][0]["staff"]] == [None]


def test_correction_opens_what_it_makes_necessary(draft: Submission) -> None:
    submit(draft, user=draft.applicant, delivery="electronic")
    reviewer = StaffMember(draft.department, GrantRole.REVIEW)
    due = add_business_days(today(), 5)
    request_correction(draft, user=reviewer, items={"kind": "業態が違います。"}, comment="直してください。", due_on=due)
    case = Submission.objects.get()
    save_draft(case, {"kind": "bar", "shops": []}, user=case.applicant)
    save_draft(case, {"why": "酒を出すため"}, user=case.applicant)
    stored = DraftAnswers.objects.get().answers
    assert (stored["kind"], stored["why"], len(stored["shops"])) == ("bar", "酒を出すため", 1)
    add_attachment(case, "papers.a.permit", photo(), user=case.applicant)
    resubmit(case, user=case.applicant)
    assert AnswerSet.objects.get(round=2).answers["why"] == "酒を出すため"


def test_nothing_typed_into_a_calculated_value_counts(draft: Submission) -> None:
    save_draft(draft, {"total": 1, "shops": [{**SHOP, "amount": 1}]}, user=draft.applicant)
    submit(draft, user=draft.applicant, delivery="electronic")
    assert AnswerSet.objects.get().answers["total"] == 90000


def test_a_form_without_rules_sends_no_script_for_them(client: Client) -> None:
    made = SubmissionFactory(draft=True)
    client.force_login(made.applicant)
    html = page(client, made, 1)
    assert "form-rules" not in html and "rules.js" not in html
