"""A business applies for the cooperation money with shops and photos; a reviewer drafts, an approver decides."""

import io

from PIL import Image
from playwright.sync_api import Locator, Page

from .conftest import People
from .looks import look_at
from .test_whole_way import log_in

TYPED = {"numeric": "1", "tel": "06-1234-5678", "email": "shop@example.jp"}
PARTS = {
    "year": "2026",
    "month": "4",
    "day": "1",
    "postal_code": "530-0001",
    "prefecture": "大阪府",
    "city": "大阪市北区",
    "street": "梅田1-1",
    "building": "",
}


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (640, 480), "navy").save(buffer, "JPEG")
    return buffer.getvalue()


def word_for(box: Locator) -> str:
    """Something that the question takes, by what the box says of itself."""
    part = (box.get_attribute("name") or "").rpartition("-")[2]
    if part in PARTS:
        return PARTS[part]
    label = box.evaluate("box => box.labels[0] ? box.labels[0].innerText : ''")
    if "カナ" in label or "名義" in label:
        return "ミナトショクドウ"
    if "時" in label and "時短" not in label.split("※")[0][-2:]:
        return "21:00"
    return TYPED.get(box.get_attribute("inputmode") or "", "1234567")


def fill_step(page: Page) -> None:
    for adding in page.locator("button[name=rows][value^='add:']").all()[:1]:
        if page.locator("fieldset.field-group").count() == 0:
            adding.click()
    for box in page.locator("#wizard input[type=text]").all():
        if not box.input_value():
            box.fill(word_for(box))
    for area in page.locator("#wizard textarea").all():
        area.fill("説明です。")
    for choice in page.locator("#wizard select").all():
        choice.select_option(index=1)
    for name in {radio.get_attribute("name") for radio in page.locator("#wizard input[type=radio]").all()}:
        page.locator(f"#wizard input[name='{name}']").first.check()
    for tick in page.locator("#wizard input[type=checkbox]").all():
        tick.check()
    for file in page.locator("#wizard input[type=file]").all():
        with page.expect_response(lambda answer: answer.url.endswith("/files/")):
            file.set_input_files({"name": "店.jpg", "mimeType": "image/jpeg", "buffer": picture()})


def test_money_for_a_shop_is_drafted_and_approved(people: People) -> None:
    business, reviewer, approver = people.open("desktop"), people.open("desktop"), people.open("desktop")
    log_in(business, "shokudo")
    business.goto("/procedures/cooperation-money-11/start/")
    business.locator("main form button[type=submit]").click()
    while "/confirm/" not in business.url:
        before = business.url
        fill_step(business)
        business.get_by_role("button", name="保存して次へ").click()
        business.wait_for_load_state("networkidle")
        faults = business.locator(".error-summary li").all_inner_texts()
        assert (business.url != before, faults) == (True, [])
    business.get_by_text("オンラインで受け取る", exact=True).click()
    look_at(business, "confirm-desktop")
    business.get_by_role("button", name="この内容で送信する").click()
    number = business.locator(".big-number").inner_text()

    log_in(reviewer, "reviewer")
    reviewer.goto("/admin/cases/")
    reviewer.get_by_role("link", name=number).click()
    reviewer.get_by_role("button", name="審査を始める").click()
    reviewer.get_by_role("link", name="起案して決裁に回す").click()
    reviewer.locator("input[name=outcome], select[name=outcome]").first.wait_for()
    look_at(reviewer, "propose-desktop", is_public=False)
    reviewer.locator("input[name=outcome]").first.check()
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    reviewer.get_by_role("button", name="起案して決裁に回す").click()

    log_in(approver, "approver")
    approver.goto("/admin/cases/?view=all")
    approver.get_by_role("link", name=number).click()
    approver.get_by_role("link", name="承認を決裁する").click()
    look_at(approver, "approve-desktop", is_public=False)
    approver.get_by_role("button", name="承認を決裁する").click()
    approver.get_by_text("決定しました").first.wait_for()
