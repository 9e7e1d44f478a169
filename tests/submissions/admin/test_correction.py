from typing import Any

import pytest

from submissions.actions import resubmit, save_draft
from submissions.admin.answers import steps_of
from submissions.deadlines import add_business_days, today
from submissions.enums import GrantRole, State
from submissions.models import Submission
from tests.factories.submissions import ANSWERS, StaffMember, SubmissionFactory

from .desk import desk, page

pytestmark = pytest.mark.django_db
DUE_ON = str(add_business_days(today(), 10))


def ask(case: Submission, **data: str) -> Any:
    client = desk(StaffMember(case.department, GrantRole.REVIEW))
    url = page("request_correction", case)
    return client.post(url, {"comment": "ご確認ください。", "due_on": DUE_ON, "stage": "send", **data})


def test_form_offers_every_answer_cell_and_group() -> None:
    case = SubmissionFactory()
    form = desk(StaffMember(case.department, GrantRole.REVIEW)).get(page("request_correction", case)).context["form"]
    assert list(form.picks) == [
        "name", "colour", "reason", "shops.r1.shop_name", "shops.r1.seats", "photo", "shops"
    ]  # fmt: skip
    assert form["due_on"].value() == add_business_days(today(), 10)


def test_items_are_asked_with_the_sentence_and_the_words_chosen() -> None:
    case = SubmissionFactory()
    ask(case, **{"pick-shops.r1.seats": "on", "template-shops.r1.seats": "incomplete", "remark-shops.r1.seats": "席数"})
    item = case.corrections.get().items.get()
    assert item.path == "shops.r1.seats"
    assert item.remark.endswith("\n席数")


def test_a_remark_keeps_nothing_that_the_database_cannot_hold() -> None:
    case = SubmissionFactory()
    ask(case, **{"pick-name": "on", "remark-name": "氏\x00名"})
    assert case.corrections.get().items.get().remark == "氏名"


def test_remarks_of_items_that_are_not_ticked_are_not_asked() -> None:
    case = SubmissionFactory()
    ask(case, **{"pick-name": "on", "remark-name": "氏名", "remark-reason": "理由"})
    assert [item.path for item in case.corrections.get().items.all()] == ["name"]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"pick-name": "on"},
        {"pick-name": "on", "remark-name": "  "},
        {"pick-nothing": "on", "remark-nothing": "x"},
        {"pick-name": "on", "remark-name": "x", "due_on": str(today())},
        {"pick-name": "on", "remark-name": "x", "comment": ""},
    ],
)
def test_an_incomplete_request_is_not_sent_and_keeps_what_was_typed(data: dict[str, str]) -> None:
    case = SubmissionFactory()
    response = ask(case, **{"remark-reason": "残る言葉", **data})
    assert "残る言葉" in response.content.decode()
    case.refresh_from_db()
    assert case.state == State.ARRIVED


def test_preview_lists_the_items_and_carries_them_on() -> None:
    case = SubmissionFactory()
    response = ask(case, **{"pick-name": "on", "remark-name": "氏名", "stage": "preview"})
    assert response.context["told"].items == (("氏名", "氏名"),)
    assert ("remark-name", "氏名") in response.context["typed"]


def test_an_unanswered_item_can_be_asked_for() -> None:
    case = SubmissionFactory()
    ask(case, **{"pick-photo": "on", "remark-photo": "写真を添付してください。"})
    case.refresh_from_db()
    assert case.state == State.CORRECTION_REQUESTED


def corrected() -> Submission:
    """A case that came back with another reason, one row changed, one gone and one new."""
    rows = [{"id": "r1", "shop_name": "花屋", "seats": 12}, {"id": "r2", "shop_name": "茶店", "seats": 4}]
    items = {"reason": "くわしく", "shops": "確認"}
    case = SubmissionFactory(in_correction=True, answers={**ANSWERS, "shops": rows}, items=items)
    changed = [{"id": "r1", "shop_name": "花屋", "seats": "20"}, {"id": "r3", "shop_name": "書店", "seats": "1"}]
    save_draft(case, {"reason": "新しい理由", "shops": changed}, user=case.applicant)
    resubmit(case, user=case.applicant)
    return Submission.objects.get(pk=case.pk)


def entries_of(case: Submission) -> list[Any]:
    return [step.entries for step in steps_of(case)]


def test_differences_to_the_previous_round_are_marked() -> None:
    you, what = entries_of(corrected())
    assert [entry.is_changed for entry in you] == [False, False]
    reason, shops, _photo = what
    assert (reason.is_changed, reason.old_text, reason.text) == (True, "店を開くため", "新しい理由")
    assert [(row.label, row.change) for row in shops.rows] == [
        ("店舗 1", ""),
        ("店舗 2", "added"),
        ("店舗 2", "removed"),
    ]
    assert [answer.old_text for answer in shops.rows[0].answers] == ["", "12席"]
    assert (reason.remark, shops.remark) == ("くわしく", "確認")


def test_a_first_filing_has_no_differences() -> None:
    you, what = entries_of(SubmissionFactory())
    assert not any(entry.is_changed for entry in you)
    assert [row.change for row in what[1].rows] == [""]
