"""What a correction changed: shown before sending, ticked off item by item, and kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from submissions.actions import (
    add_attachment,
    perform,
    remove_attachment,
    request_correction,
    resubmit,
    save_draft,
    submit,
)
from submissions.deadlines import add_business_days, today
from submissions.enums import GrantRole
from submissions.models import Submission
from submissions.schema import Field, FormSchema, Step
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory
from tests.submissions.files.samples import picture

pytestmark = pytest.mark.django_db
SHOP = (
    Field(key="shop_name", kind="text", label="店名"),
    Field(key="outside", kind="file", label="外観の写真", required=False),
)
SHOPS = FormSchema(
    steps=(Step(key="s", title="店舗", fields=(Field(key="shops", kind="group", label="店舗", fields=SHOP),)),)
)
ROWS = [{"id": "r1", "shop_name": "花屋"}, {"id": "r2", "shop_name": "本屋"}]
PATH = "shops.r2.outside"


def photo(size: tuple[int, int] = (64, 48)) -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_0001.jpg", picture(size=size))


@pytest.fixture
def case() -> Submission:
    """Two shops with a photo of the second one, which is to be taken again."""
    version = FormVersionFactory(schema=SHOPS)
    draft = SubmissionFactory(draft=True, form_version=version, answers={"shops": ROWS})
    add_attachment(draft, PATH, photo(), user=draft.applicant)
    submit(draft, user=draft.applicant, delivery="electronic")
    reviewer = StaffMember(draft.department, GrantRole.REVIEW)
    perform("start_review", draft, user=reviewer)
    items = {PATH: "看板が写っていません。", "shops.r1.shop_name": "正式な名称を書いてください。"}
    due_on = add_business_days(today(), 10)
    request_correction(draft, user=reviewer, items=items, comment="補正をお願いします。", due_on=due_on)
    return Submission.objects.get(pk=draft.pk)


def html(client: Client, case: Submission, name: str = "case") -> str:
    return client.get(reverse(f"submissions:{name}", args=[case.reference])).content.decode()


def retake(case: Submission) -> None:
    remove_attachment(case.attachments.get(), user=case.applicant)
    add_attachment(case, PATH, photo((80, 60)), user=case.applicant)


def test_items_are_ticked_off_as_they_are_mended(client: Client, case: Submission) -> None:
    client.force_login(case.applicant)
    assert "2件中0件" in html(client, case)
    retake(case)
    assert "2件中1件" in html(client, case)
    assert "送ったときのままの項目" in html(client, case, "confirm")
    rows = [{**row, "shop_name": "花屋みなと"} if row["id"] == "r1" else row for row in case.draft.answers["shops"]]
    save_draft(case, {"shops": rows}, user=case.applicant)
    assert "2件中2件" in html(client, case)
    assert "送ったときのままの項目" not in html(client, case, "confirm")


def test_a_photo_of_the_same_name_is_a_change_in_its_row(client: Client, case: Submission) -> None:
    client.force_login(case.applicant)
    retake(case)
    (change,) = client.get(reverse("submissions:confirm", args=[case.reference])).context["checklist"].changes
    assert (change.path, change.label.endswith("外観の写真"), change.kind) == (PATH, True, "changed")
    ids = [file["id"] for side in (change.before, change.after) for file in side["files"]]
    assert (len(set(ids)), len(ids)) == (2, 2)


def test_the_summary_is_kept_after_sending(client: Client, case: Submission) -> None:
    client.force_login(case.applicant)
    retake(case)
    resubmit(case, user=case.applicant)
    response = client.get(reverse("submissions:case", args=[case.reference]))
    ((change,),) = [corrected["changes"] for corrected in response.context["corrected_rounds"]]
    assert (change.path, "補正で変わった内容" in response.content.decode()) == (PATH, True)


def test_blanks_around_an_answer_are_no_change(client: Client, case: Submission) -> None:
    client.force_login(case.applicant)
    save_draft(
        case, {"shops": [dict(reversed(row.items())) for row in case.draft.answers["shops"]]}, user=case.applicant
    )
    assert client.get(reverse("submissions:confirm", args=[case.reference])).context["checklist"].changes == []


def test_a_removed_row_is_among_the_changes(client: Client) -> None:
    case = SubmissionFactory(in_correction=True, items={"shops": "閉店した店を除いてください。"})
    save_draft(case, {"shops": []}, user=case.applicant)
    client.force_login(case.applicant)
    checklist = client.get(reverse("submissions:confirm", args=[case.reference])).context["checklist"]
    assert ({change.kind for change in checklist.changes}, checklist.is_complete) == ({"removed"}, True)
