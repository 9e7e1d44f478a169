"""A business follows its case on a phone: messages both ways, one photo taken again, the notice with its proof."""

import re

from playwright.sync_api import FilePayload, Page

from .applying import open_own_case, picture, save
from .conftest import People
from .desk import grant, open_case, state_of
from .entrance import log_in
from .looks import look_at
from .stack import Stack

FILED = """
from django.core.files.uploadedfile import SimpleUploadedFile
from accounts.models import Department, User
from submissions.actions import add_attachment, perform, save_draft, start_draft, submit
from submissions.models import Submission
from submissions.schema import Field, FormSchema, Step
from tests.factories.submissions import FormVersionFactory
from tests.submissions.files.samples import picture
shop = (Field(key="name", kind="text", label="店名"), Field(key="outside", kind="file", label="外観の写真"))
step = Step(key="s", title="店舗", fields=(Field(key="shops", kind="group", label="店舗", fields=shop),))
version = FormVersionFactory(
    title="店舗の確認", schema=FormSchema(steps=(step,)), department=Department.objects.first()
)
owner = User.objects.get(username="shokudo")
draft = start_draft(version.page, user=owner, profile=owner.profiles.get())
save_draft(draft, {"shops": [{"id": "r1", "name": "花屋"}, {"id": "r2", "name": "本屋"}]}, user=owner)
for row in ("r1", "r2"):
    photo = SimpleUploadedFile("IMG_0001.jpg", picture())
    add_attachment(draft, f"shops.{row}.outside", photo, user=owner)
submit(draft, user=owner, delivery="electronic")
perform("start_review", draft, user=User.objects.get(username="reviewer"))
print(Submission.objects.get(pk=draft.pk).display_number)
"""
PHOTO: FilePayload = {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": picture()}


def test_a_case_is_followed_to_its_notice(people: People, stack: Stack) -> None:
    number = stack.ask(FILED).strip()
    business, reviewer = people.open("phone"), people.open("desktop")
    log_in(business, "shokudo")
    log_in(reviewer, "reviewer")

    ask_the_office(business, number)
    answer(reviewer, number)
    read_the_answer(business, number)

    ask_for_a_new_photo(reviewer)
    take_it_again(business, number)
    reviewer.reload()
    grant(reviewer)
    read_the_notice(business, number)


def ask_the_office(business: Page, number: str) -> None:
    open_own_case(business, number)
    look_at(business, "follow-case")
    business.get_by_role("link", name="この申請について窓口に質問する").click()
    business.get_by_label("メッセージ", exact=False).fill("営業許可証も必要ですか。")
    business.get_by_label("ファイル", exact=False).set_input_files(PHOTO)
    business.get_by_role("button", name="メッセージを送る").click()
    business.get_by_text("窓口にメッセージを送りました").wait_for()
    look_at(business, "follow-asked")


def answer(reviewer: Page, number: str) -> None:
    open_case(reviewer, number)
    panel = reviewer.locator("#messages")
    panel.get_by_text("営業許可証も必要ですか。").wait_for()
    panel.get_by_label("申請者へのメッセージ").fill("はい。見本のように撮ってください。")
    panel.locator("input[type=file]").set_input_files(PHOTO)
    look_at(reviewer, "follow-desk")
    panel.get_by_role("button", name="メッセージを送る").click()
    reviewer.get_by_text("申請者にメッセージを送りました").wait_for()


def read_the_answer(business: Page, number: str) -> None:
    business.goto("/mypage/")
    look_at(business, "follow-mypage")
    needs = business.get_by_role("region", name="あなたの対応が必要なもの")
    needs.get_by_role("listitem").filter(has_text=number).get_by_role("link").click()
    business.get_by_text("見本のように撮ってください").wait_for()
    business.get_by_text(re.compile("窓口で読まれました")).wait_for()
    assert business.locator(".talk .file-item a").count() == 2


def ask_for_a_new_photo(reviewer: Page) -> None:
    reviewer.get_by_role("link", name="補正を依頼する").click()
    reviewer.locator("input[name='pick-shops.r2.outside']").check()
    reviewer.locator("textarea[name='remark-shops.r2.outside']").fill("看板が写るように撮ってください。")
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    reviewer.get_by_role("button", name="補正を依頼する").click()
    state_of(reviewer, "補正依頼中").wait_for()


def take_it_again(business: Page, number: str) -> None:
    """Only the photo of the second shop is open; the summary shows the old and the new one of the same name."""
    open_own_case(business, number)
    business.get_by_text("1件中0件を直しました").wait_for()
    look_at(business, "follow-checklist")
    business.get_by_role("link", name="外観の写真").click()
    business.get_by_role("group", name="店舗 2").get_by_role("button", name="削除").click()
    business.wait_for_load_state()
    with business.expect_response(lambda response: response.url.endswith("/files/")):
        business.locator("#wizard input[type=file]:not([disabled])").set_input_files(PHOTO)
    save(business)
    changes = business.get_by_role("region", name="補正した内容")
    assert changes.get_by_role("link", name="IMG_0001.jpg").count() == 2
    look_at(business, "follow-changes")
    business.get_by_role("button", name="補正を送信する").click()
    business.get_by_text("補正で変わった内容").click()
    look_at(business, "follow-corrected")


def read_the_notice(business: Page, number: str) -> None:
    business.goto("/mypage/notices/")
    look_at(business, "follow-notices")
    business.get_by_role("listitem").filter(has_text=number).get_by_role("link").click()
    business.get_by_role("heading", name="交付の記録").wait_for()
    pdf = business.request.get(business.get_by_role("link", name="通知書を開く（PDF）").get_attribute("href") or "")
    assert pdf.body()[:5] == b"%PDF-"
    business.reload()
    proof = business.get_by_role("region", name="交付の記録")
    assert proof.get_by_text("まだです").count() == 0
    look_at(business, "follow-proof")
    business.goto("/mypage/inbox/")
    look_at(business, "follow-inbox")
