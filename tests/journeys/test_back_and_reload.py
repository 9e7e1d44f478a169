"""The back button and reloading in the wizard never bring back old text, nor lose new text."""

import pytest
from playwright.sync_api import Page, Route, expect

from .applying import ask_for_documents, begin_request, content_box, save
from .conftest import People
from .entrance import log_in
from .looks import look_at

OLD, NEW = "前に書いた内容", "あとで直した内容"


def fill_and_check(page: Page) -> None:
    content_box(page).fill(OLD)
    page.get_by_label("実施機関", exact=False).select_option(label="知事")
    page.get_by_text("閲覧", exact=True).click()
    page.get_by_text("窓口で受け取る", exact=True).click()
    save(page)
    page.wait_for_url("**/confirm/")


@pytest.mark.parametrize("with_javascript", [True, False])
def test_going_back_shows_what_is_saved_now(people: People, with_javascript: bool) -> None:
    page = people.open("phone", with_javascript=with_javascript)
    log_in(page, "taro")
    begin_request(page)
    fill_and_check(page)
    page.go_back()
    expect(content_box(page)).to_have_value(OLD)
    content_box(page).fill(NEW)
    save(page)
    expect(page.get_by_text("ほかの画面")).to_have_count(0)
    page.wait_for_url("**/confirm/")
    expect(page.get_by_text(NEW).first).to_be_visible()
    page.go_back()
    expect(content_box(page)).to_have_value(NEW)
    page.go_forward()
    expect(page.get_by_text(NEW).first).to_be_visible()


@pytest.mark.parametrize("with_javascript", [True, False])
def test_reloading_sends_nothing_twice(people: People, with_javascript: bool) -> None:
    page = people.open("desktop", with_javascript=with_javascript)
    log_in(page, "taro")
    number = ask_for_documents(page, NEW)
    page.reload()
    expect(page.locator(".big-number")).to_have_text(number)
    page.go_back()
    page.wait_for_load_state()
    expect(page.get_by_text(number).first).to_be_visible()
    expect(page.get_by_role("button", name="この内容で送信する")).to_have_count(0)
    look_at(page, "back-after-sending")


def test_reloading_at_once_keeps_the_last_word(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    begin_request(page)
    content_box(page).fill(NEW)
    page.reload()
    page.goto(page.url)
    expect(content_box(page)).to_have_value(NEW)


def test_the_button_waits_for_a_slow_save(people: People) -> None:
    """What one types while a save is under way is not taken for the work of another window."""
    page = people.open("phone")
    log_in(page, "taro")
    begin_request(page)
    held: list[Route] = []
    page.route("**/autosave/", lambda route: held.append(route))
    content_box(page).fill(OLD)
    with page.expect_request("**/autosave/"):
        pass
    content_box(page).fill(NEW)
    page.get_by_role("button", name="保存して次へ").click()
    held[0].continue_()
    page.unroute("**/autosave/")
    page.wait_for_url("**?check=1")
    expect(content_box(page)).to_have_value(NEW)
    expect(page.get_by_text("ほかの画面")).to_have_count(0)
