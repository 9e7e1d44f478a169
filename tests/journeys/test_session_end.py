"""The session ends in the middle of a step; after logging in again everything that was typed is there."""

import pytest
from playwright.sync_api import Page, expect

from .applying import begin, begin_request, content_box, picture, save
from .conftest import People
from .entrance import give_password, log_in
from .looks import look_at

TYPED = "長い時間をかけて書いた、公開してほしい文書の説明"
RESTORED = "入力されていた内容を復元して保存しました"


def forget_cookie(people: People, page: Page) -> None:
    page.context.clear_cookies(name="sessionid")


def forget_on_the_server(people: People, page: Page) -> None:
    people.stack.end_every_session()


@pytest.mark.parametrize("with_javascript", [True, False])
@pytest.mark.parametrize("end_session", [forget_cookie, forget_on_the_server])
def test_what_was_typed_is_saved_after_the_log_in(people: People, with_javascript: bool, end_session: object) -> None:
    people.expected = {401}
    page = people.open("phone", with_javascript=with_javascript)
    log_in(page, "taro")
    begin_request(page)
    step = page.url
    end_session(people, page)  # type: ignore[operator]
    content_box(page).fill(TYPED)
    if with_javascript:
        expect(page.locator("[data-save-state]")).to_contain_text("ログアウトされました")
        look_at(page, "session-ended")
    save(page)
    give_password(page, "taro")
    page.get_by_text(RESTORED).wait_for()
    look_at(page, "session-restored")
    page.goto(step)
    expect(content_box(page)).to_have_value(TYPED)


@pytest.mark.parametrize("with_javascript", [True, False])
def test_logging_in_again_in_another_tab_is_enough(people: People, with_javascript: bool) -> None:
    people.expected = {401, 403}
    page = people.open("desktop", with_javascript=with_javascript)
    log_in(page, "taro")
    begin_request(page)
    step = page.url
    forget_cookie(people, page)
    log_in(people.open_tab(page.context), "taro")
    content_box(page).fill(TYPED)
    save(page)
    if not with_javascript:
        look_at(page, "page-had-become-old")
        page.get_by_role("button", name="もう一度保存する").click()
    page.goto(step)
    expect(content_box(page)).to_have_value(TYPED)


def test_a_chosen_file_that_could_not_be_kept_is_named(people: People) -> None:
    page = people.open("phone", with_javascript=False)
    log_in(page, "shokudo")
    begin(page, "cooperation-money-11")
    page.locator("button[name=go][value='5']").click()
    step = page.url
    forget_cookie(people, page)
    page.locator("input[type=file]").first.set_input_files(
        {"name": "免許証.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    save(page)
    give_password(page, "shokudo")
    page.get_by_text("「免許証.jpg」").first.wait_for()
    look_at(page, "session-restored-file")
    assert page.url.split("?")[0] == step
