"""From the first page to the receipt without a mouse; wherever the focus is, it can be seen."""

import re

from playwright.sync_api import Page, expect

from .conftest import People
from .entrance import PASSWORD

STOPS_AT_MOST = 150
FOCUS = """() => {
    const place = document.activeElement;
    const words = [place.getAttribute("aria-label"), place.labels?.[0]?.innerText, place.innerText, place.value];
    const style = getComputedStyle(place);
    const row = place.closest(".choice");
    return {
        words: words.find(Boolean) || "",
        hasRing: [style, row && getComputedStyle(row)].some((each) => each && each.outlineStyle !== "none"),
    };
}"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus is on what begins with `words`."""
    for _stop in range(STOPS_AT_MOST):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["hasRing"], f"the focus on {focus['words']!r} cannot be seen"
        if focus["words"].strip().startswith(words):
            return
    raise AssertionError(f"Tab never comes to {words!r}")


def press(page: Page, words: str) -> None:
    """On a link or button that leads to another page."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page: Page, words: str) -> None:
    tab_to(page, words)
    page.keyboard.press("Space")


def test_the_whole_way_without_a_mouse(people: People) -> None:
    page = people.open("desktop")
    page.goto("/")
    tab_to(page, "本文へ移動")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, "キーワードで探す")
    page.keyboard.type("公開請求")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press(page, "行政文書の公開請求")
    check_first(page)
    press(page, "請求を始める")
    tab_to(page, "ログインID")
    page.keyboard.type("taro")
    tab_to(page, "パスワード")
    page.keyboard.type(PASSWORD)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    begin = page.locator(
        "main .actions .button--large"
    ).inner_text()  # another one, where a journey before left a draft
    press(page, begin)
    press(page, "保存して次へ")
    answer(page)
    choose(page, "オンラインで受け取る")
    press(page, "この内容で送信する")
    assert re.fullmatch(r"[\d-]+", page.locator(".big-number").inner_text())


def check_first(page: Page) -> None:
    """Each answer leads on to the next question: Tab goes on from there."""
    press(page, "この手続を利用できるか確かめる")
    for words in ("県の事業", "県の知事部局", "確かめた"):
        choose(page, words)
        press(page, "次へ")
    expect(page.get_by_role("heading", name="この手続をご利用いただけます")).to_be_visible()


def answer(page: Page) -> None:
    """First with nothing filled in: the list of mistakes takes the focus and leads to each."""
    press(page, "保存して次へ")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("令和7年度の道路工事の設計書")
    tab_to(page, "実施機関")
    page.keyboard.press("ArrowDown")
    choose(page, "閲覧")
    choose(page, "窓口で受け取る")
    press(page, "保存して次へ")
