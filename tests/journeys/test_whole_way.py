"""The main job from end to end: a resident sends a request, a reviewer asks for a correction and decides."""

import pytest
from playwright.sync_api import Page

from .applying import CONTENT, ask_for_documents, content_box, open_own_case, save
from .conftest import People
from .desk import ask_for_a_correction, grant, open_case, start_review
from .entrance import log_in
from .looks import look_at

REMARK = "路線の名前も書いてください。"


def correct(resident: Page, number: str, text: str) -> None:
    """Only the marked item is open; what was sent before stands beside it."""
    open_own_case(resident, number)
    look_at(resident, "correction-asked")
    resident.get_by_role("link", name="補正する").click()
    resident.get_by_text(REMARK).first.wait_for()
    assert resident.get_by_role("main").locator("select").is_disabled()
    content_box(resident).fill(text)
    look_at(resident, "mend")
    save(resident)
    look_at(resident, "mend-confirm")
    resident.get_by_role("button", name="補正を送信する").click()
    resident.get_by_text("審査中").first.wait_for()


def read_notice(resident: Page, number: str) -> None:
    open_own_case(resident, number)
    look_at(resident, "case-decided")
    resident.get_by_role("link", name="行政文書公開決定通知書").click()
    look_at(resident, "notice")
    pdf = resident.request.get(resident.get_by_role("link", name="通知書を開く（PDF）").get_attribute("href") or "")
    assert (pdf.status, pdf.headers["content-type"], pdf.body()[:5]) == (200, "application/pdf", b"%PDF-")


@pytest.mark.parametrize(("screen", "desk"), [("phone", "desktop"), ("desktop", "phone")])
def test_a_request_is_sent_corrected_and_decided(people: People, screen: str, desk: str) -> None:
    resident, reviewer = people.open(screen), people.open(desk)
    log_in(resident, "taro")
    number = ask_for_documents(resident, "令和7年度の道路工事の契約書", is_looked_at=True)
    look_at(resident, "receipt")

    log_in(reviewer, "reviewer")
    look_at(reviewer, "desk-home")
    open_case(reviewer, number)
    start_review(reviewer)
    reviewer.get_by_role("link", name="承認する").wait_for()
    look_at(reviewer, "case-in-review")
    ask_for_a_correction(reviewer, CONTENT, REMARK)
    correct(resident, number, "県道1号の契約書")

    reviewer.reload()
    look_at(reviewer, "case-corrected")
    grant(reviewer)
    read_notice(resident, number)


def test_a_request_is_sent_without_javascript(people: People) -> None:
    resident = people.open("phone", with_javascript=False)
    log_in(resident, "taro")
    number = ask_for_documents(resident, "契約書")
    assert len(number.replace("-", "")) == 12


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_visitors_find_a_procedure(people: People, screen: str) -> None:
    visitor = people.open(screen)
    visitor.goto("/")
    look_at(visitor, "home")
    visitor.goto("/procedures/?q=営業時間短縮")
    look_at(visitor, "catalogue")
    visitor.get_by_role("main").get_by_role("link", name="営業時間短縮協力金").first.click()
    look_at(visitor, "procedure")
    visitor.goto("/accounts/login/")
    look_at(visitor, "login")
