"""What an applicant does in the wizard, for any journey that needs it."""

import io
import re

from PIL import Image
from playwright.sync_api import Locator, Page

from .looks import look_at

CONTENT = "公開を請求する行政文書の内容"
WORDS = {"通常の閉店時刻": "23:00", "時短営業中の開店時刻": "11:00", "定休日の日数": "0"}
"""What rules of the demo's forms ask for, by the words of the question."""
TYPED = {"numeric": "1", "tel": "06-1234-5678", "email": "shop@example.jp"}
PARTS = {
    "year": "2026",
    "month": "11",
    "day": "18",
    "postal_code": "530-0001",
    "prefecture": "大阪府",
    "city": "大阪市北区",
    "street": "梅田1-1",
    "building": "",
    "bank": "みずほ銀行",
    "branch": "渋谷支店",
}


def begin(page: Page, slug: str) -> None:
    """From the guidance to the first step of a new draft."""
    page.goto(f"/procedures/{slug}/start/")
    page.get_by_role("button", name=re.compile("(申請|請求|届出)を始める|新しく始める")).click()
    page.wait_for_url("**/apply/**")


def open_step(page: Page, title: str) -> None:
    """By the list of steps, which saves on the way."""
    with page.expect_navigation():
        page.locator("button[name=go]", has_text=title).click()
    page.get_by_role("heading", name=title, level=1).wait_for()


def save(page: Page) -> None:
    """Press the button and wait for the answer: the page may first wait for a save that is under way."""
    with page.expect_navigation():
        page.get_by_role("button", name="保存して次へ").click()


def content_box(page: Page) -> Locator:
    """The box of the request for official documents that holds most of what is typed."""
    return page.get_by_label(CONTENT, exact=False)


def begin_request(page: Page) -> None:
    """To the step of the request for official documents in which one says what one wants."""
    begin(page, "disclosure-request")
    save(page)
    content_box(page).wait_for()


def ask_for_documents(page: Page, what: str, *, is_looked_at: bool = False) -> str:
    """Fill in and send the request for official documents; the number that the receipt shows."""
    begin_request(page)
    content_box(page).fill(what)
    page.get_by_label("実施機関", exact=False).select_option(label="知事")
    page.get_by_text("閲覧", exact=True).click()
    page.get_by_text("窓口で受け取る", exact=True).click()
    if is_looked_at:
        look_at(page, "request-step")
    save(page)
    page.get_by_text("オンラインで受け取る", exact=True).click()
    if is_looked_at:
        look_at(page, "request-confirm")
    page.get_by_role("button", name="この内容で送信する").click()
    return page.locator(".big-number").inner_text()


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
    for words, answer in WORDS.items():
        if words in label:
            return answer
    if "カナ" in label or "名義" in label:
        return "ミナトショクドウ"
    if "時" in label and "時短" not in label.split("※")[0][-2:]:
        return "21:00"
    return TYPED.get(box.get_attribute("inputmode") or "", "1234567")


def fill_step(page: Page) -> None:
    """Answer every question of whatever step is open."""
    for adding in page.locator("button[name=rows][value^='add:']").all()[:1]:
        if page.locator("fieldset.field-group").count() == 0:
            adding.click()
            page.wait_for_load_state()
    for _turn in range(2):
        choose(page)
    for box in asked(page, "input[type=text]"):
        if not box.input_value():
            box.fill(word_for(box))
    for area in asked(page, "textarea"):
        area.fill("説明です。")
    for tick in asked(page, "input[type=checkbox]"):
        tick.check()
    for file in asked(page, "input[type=file]"):
        with page.expect_response(lambda answer: answer.url.endswith("/files/")):
            file.set_input_files({"name": "店.jpg", "mimeType": "image/jpeg", "buffer": picture()})


def choose(page: Page) -> None:
    """The first answers; a choice may bring another to light."""
    for select in asked(page, "select"):
        select.select_option(index=1)
    for name in {radio.get_attribute("name") for radio in asked(page, "input[type=radio]")}:
        page.locator(f"#wizard input[name='{name}']").first.check()


def asked(page: Page, selector: str) -> list[Locator]:
    """The boxes that no rule hides."""
    return page.locator(f"#wizard {selector}:not([hidden] *)").all()


def fill_every_step(page: Page, name: str) -> None:
    """From the first step to the confirmation, looking at each step; a fault on any of them ends the journey."""
    number = 0
    while "/confirm/" not in page.url:
        before, number = page.url, number + 1
        fill_step(page)
        look_at(page, f"{name}-{number}")
        save(page)
        faults = page.locator(".error-summary li").all_inner_texts()
        assert (page.url != before, faults) == (True, [])


def open_own_case(page: Page, number: str) -> None:
    """By way of マイページ, where drafts and other cases stand beside it."""
    page.goto("/mypage/")
    look_at(page, "mypage")
    sent = page.get_by_role("region", name="送信した申請・届出")
    sent.get_by_role("listitem").filter(has_text=number).get_by_role("link").first.click()
