"""The main job from end to end: a resident on a phone, a reviewer at a desk."""

from playwright.sync_api import Page

from .conftest import People
from .looks import look_at

PASSWORD = "madoguchi-demo-2026"


def log_in(page: Page, username: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("ログインIDまたはメールアドレス").fill(username)
    page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="ログイン", exact=True).click()


def ask_for_documents(page: Page, what: str) -> str:
    """Fill in and send the request for official documents; the number that the receipt shows."""
    page.goto("/procedures/disclosure-request/start/")
    page.get_by_role("button", name="請求を始める").click()
    page.get_by_role("button", name="保存して次へ").click()
    page.get_by_label("公開を請求する行政文書の内容", exact=False).fill(what)
    page.get_by_label("実施機関", exact=False).select_option(label="知事")
    page.get_by_text("閲覧", exact=True).click()
    page.get_by_text("窓口で受け取る", exact=True).click()
    page.get_by_role("button", name="保存して次へ").click()
    page.get_by_text("オンラインで受け取る", exact=True).click()
    page.get_by_role("button", name="この内容で送信する").click()
    return page.locator(".big-number").inner_text()


def ask_for_a_correction(reviewer: Page, label: str, remark: str) -> None:
    reviewer.get_by_role("link", name="補正を依頼する").click()
    item = f"xpath=//*[contains(text(), '{label}')]/following::"
    reviewer.locator(f"{item}input[starts-with(@name, 'pick-')][1]").check()
    reviewer.locator(f"{item}textarea[starts-with(@name, 'remark-')][1]").fill(remark)
    look_at(reviewer, "correction-desktop", is_public=False)
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    reviewer.get_by_role("button", name="補正を依頼する").click()
    reviewer.get_by_text("補正依頼中").first.wait_for()


def correct(resident: Page, text: str) -> None:
    """Only the marked item is open; what was sent before stands beside it."""
    resident.goto("/mypage/")
    resident.get_by_role("link", name="行政文書の公開請求").first.click()
    look_at(resident, "correction-phone")
    resident.get_by_role("link", name="補正する").click()
    resident.get_by_text("路線の名前も書いてください。").first.wait_for()
    assert resident.get_by_role("main").locator("select").is_disabled()
    resident.get_by_label("公開を請求する行政文書の内容", exact=False).fill(text)
    look_at(resident, "mend-phone")
    resident.get_by_role("button", name="保存して次へ").click()
    resident.get_by_role("button", name="補正を送信する").click()
    resident.get_by_text("審査中").first.wait_for()


def test_a_request_is_sent_on_a_phone_and_decided_at_a_desk(people: People) -> None:
    resident, reviewer = people.open("phone"), people.open("desktop")
    log_in(resident, "taro")
    number = ask_for_documents(resident, "令和7年度の道路工事の契約書")
    look_at(resident, "receipt-phone")

    log_in(reviewer, "reviewer")
    reviewer.goto("/admin/cases/")
    look_at(reviewer, "queue-desktop", is_public=False)
    reviewer.get_by_role("link", name=number).click()
    reviewer.get_by_role("button", name="審査を始める").click()
    reviewer.get_by_role("link", name="承認する").wait_for()
    look_at(reviewer, "case-desktop", is_public=False)
    ask_for_a_correction(reviewer, "公開を請求する行政文書の内容", "路線の名前も書いてください。")
    correct(resident, "県道1号の契約書")

    reviewer.reload()
    look_at(reviewer, "corrected-desktop", is_public=False)
    reviewer.get_by_role("link", name="承認する").click()
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    reviewer.get_by_role("button", name="承認する").click()

    resident.goto("/mypage/")
    resident.get_by_role("link", name="行政文書の公開請求").first.click()
    look_at(resident, "case-phone")
    resident.get_by_role("link", name="行政文書公開決定通知書").click()
    look_at(resident, "notice-phone")
    pdf = resident.request.get(resident.get_by_role("link", name="通知書を開く（PDF）").get_attribute("href") or "")
    assert (pdf.status, pdf.headers["content-type"], pdf.body()[:5]) == (200, "application/pdf", b"%PDF-")
    assert people.faults == []


def test_a_request_is_sent_without_javascript(people: People) -> None:
    resident = people.open("phone", with_javascript=False)
    log_in(resident, "taro")
    number = ask_for_documents(resident, "契約書")
    assert len(number.replace("-", "")) == 12
    assert people.faults == []
