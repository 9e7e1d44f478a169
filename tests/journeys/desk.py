"""What a reviewer does with a case in the Wagtail admin."""

from playwright.sync_api import Locator, Page

from .looks import look_at


def open_case(staff: Page, number: str, view: str = "open") -> None:
    staff.goto(f"/admin/cases/?view={view}")
    look_at(staff, f"queue-{view}")
    staff.get_by_role("link", name=number).click()


def state_of(staff: Page, words: str) -> Locator:
    """The state beside the buttons; on a narrow screen it also stands at the top."""
    return staff.locator(".desk-panel--state").get_by_text(words, exact=True)


def start_review(reviewer: Page) -> None:
    look_at(reviewer, "case-arrived")
    reviewer.get_by_role("button", name="審査を始める").click()


def ask_for_a_correction(reviewer: Page, label: str, remark: str) -> None:
    reviewer.get_by_role("link", name="補正を依頼する").click()
    item = f"xpath=//*[contains(text(), '{label}')]/following::"
    reviewer.locator(f"{item}input[starts-with(@name, 'pick-')][1]").check()
    reviewer.locator(f"{item}textarea[starts-with(@name, 'remark-')][1]").fill(remark)
    look_at(reviewer, "correction")
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    look_at(reviewer, "correction-check")
    reviewer.get_by_role("button", name="補正を依頼する").click()
    state_of(reviewer, "補正依頼中").wait_for()


def grant(reviewer: Page) -> None:
    reviewer.get_by_role("link", name="承認する").click()
    look_at(reviewer, "grant")
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    look_at(reviewer, "grant-check")
    reviewer.get_by_role("button", name="承認する").click()
    reviewer.get_by_text("決定しました").first.wait_for()
    look_at(reviewer, "case-granted")


def propose(reviewer: Page) -> None:
    reviewer.get_by_role("link", name="起案して決裁に回す").click()
    reviewer.locator("input[name=outcome]").first.check()
    look_at(reviewer, "propose")
    reviewer.get_by_role("button", name="申請者への通知内容を確認する").click()
    look_at(reviewer, "propose-check")
    reviewer.get_by_role("button", name="起案して決裁に回す").click()
    state_of(reviewer, "決裁中").wait_for()


def approve(approver: Page) -> None:
    approver.get_by_role("link", name="承認を決裁する").click()
    look_at(approver, "approve")
    approver.get_by_role("button", name="承認を決裁する").click()
    approver.get_by_text("決定しました").first.wait_for()
    look_at(approver, "case-approved")
