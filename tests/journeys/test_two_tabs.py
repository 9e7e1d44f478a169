"""One draft in two tabs: whoever saves second sees what the first one saved, and nothing is lost without a word."""

import pytest
from playwright.sync_api import Page, expect

from .applying import begin, begin_request, content_box, open_step, save
from .conftest import People
from .entrance import log_in
from .looks import look_at

FIRST, SECOND = "道路工事の契約書", "河川工事の設計書"
WARNING = "ほかの画面で内容が変更されています"


def two_tabs(people: People, screen: str, *, with_javascript: bool) -> tuple[Page, Page]:
    """The same step of the same draft, opened twice before anything is typed."""
    one = people.open(screen, with_javascript=with_javascript)
    log_in(one, "taro")
    begin_request(one)
    other = people.open_tab(one.context)
    other.goto(one.url)
    return one, other


def choose_between(page: Page) -> None:
    """Both texts are on the page; the one in the box is saved by pressing the button once more."""
    page.get_by_text(WARNING).first.wait_for()
    expect(content_box(page)).to_have_value(SECOND)
    expect(page.locator(".conflict")).to_contain_text(FIRST)
    look_at(page, "two-tabs")
    save(page)
    page.goto(page.url)
    expect(page.get_by_text(WARNING)).to_have_count(0)
    expect(content_box(page)).to_have_value(SECOND)


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_typing_in_two_tabs_is_told_while_typing(people: People, screen: str) -> None:
    people.expected = {409}
    one, other = two_tabs(people, screen, with_javascript=True)
    content_box(one).fill(FIRST)
    expect(one.locator("[data-save-state]")).to_contain_text("保存しました")
    content_box(other).fill(SECOND)
    expect(other.locator("[data-save-state]")).to_contain_text(WARNING)
    save(other)
    choose_between(other)


def test_saving_in_two_tabs_is_told_without_javascript(people: People) -> None:
    one, other = two_tabs(people, "phone", with_javascript=False)
    content_box(one).fill(FIRST)
    save(one)
    content_box(other).fill(SECOND)
    save(other)
    choose_between(other)


def test_an_entry_that_another_tab_removed_is_not_dropped(people: People) -> None:
    one = people.open("phone", with_javascript=False)
    log_in(one, "shokudo")
    begin(one, "cooperation-money-11")
    open_step(one, "店舗と協力の内容")
    one.get_by_role("button", name="店舗を追加する").click()
    other = people.open_tab(one.context)
    other.goto(one.url)
    one.get_by_role("button", name="削除").click()
    other.get_by_label("店名", exact=False).first.fill("みなと食堂")
    save(other)
    other.get_by_text(WARNING).first.wait_for()
    expect(other.get_by_label("店名", exact=False).first).to_have_value("みなと食堂")
    look_at(other, "two-tabs-removed")
    save(other)
    other.goto(other.url)
    expect(other.get_by_label("店名", exact=False).first).to_have_value("みなと食堂")
