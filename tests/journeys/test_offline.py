"""Filling in without a connection, on a shared computer, over a slow line, and by keyboard alone."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from .applying import begin, begin_request, content_box, save
from .conftest import People
from .entrance import log_in
from .looks import look_at

TYPED = "接続が切れている間に書いた、公開してほしい文書の説明"
OTHER = "ほかの端末で書いた説明"
KEPT = "Object.keys(localStorage).filter(name => name.startsWith('madoguchi-draft:')).map(name => localStorage[name])"
HEAVIEST = 100_000
"""Bytes over the wire for the first step, with nothing in the browser's cache."""


def cut(page: Page) -> None:
    """No connection, once the browser has what it needs to do without."""
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)


def type_offline(page: Page, text: str) -> None:
    cut(page)
    content_box(page).fill(text)
    expect(page.locator("[data-save-state]")).to_contain_text("暗号化してこのブラウザーに保管します")


def test_what_is_typed_without_a_connection_is_saved_when_it_is_back(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    begin_request(page)
    type_offline(page, TYPED)
    expect(page.locator("[data-save-state]")).to_contain_text("保存できません")
    page.get_by_role("button", name="保存して次へ").click()
    expect(content_box(page)).to_have_value(TYPED)
    assert TYPED not in str(page.evaluate(KEPT))
    page.context.set_offline(False)
    expect(page.locator("[data-save-state]")).to_have_text(re.compile(r"^保存しました \d\d:\d\d$"))
    page.wait_for_function(f"{KEPT}.length === 0")
    page.reload()
    expect(content_box(page)).to_have_value(TYPED)


def test_a_page_that_was_closed_without_a_connection_is_merged_when_it_is_opened_again(people: People) -> None:
    page = people.open("desktop")
    log_in(page, "taro")
    begin_request(page)
    step, context = page.url, page.context
    type_offline(page, TYPED)
    assert len(page.evaluate(KEPT)) == 1
    page = reopen(people, page, context, step)
    expect(page.locator("[data-save-state]")).to_contain_text("接続が切れている間に入力した内容を保存しました")
    expect(content_box(page)).to_have_value(TYPED)
    assert page.evaluate(KEPT) == []


def test_another_device_and_an_offline_text_are_both_shown(people: People) -> None:
    people.expected = {409}
    page = people.open("phone")
    log_in(page, "taro")
    begin_request(page)
    step, context = page.url, page.context
    device = people.open("phone")
    log_in(device, "taro")
    device.goto(step)
    type_offline(page, TYPED)
    content_box(device).fill(OTHER)
    expect(device.locator("[data-save-state]")).to_contain_text("保存しました")
    page = reopen(people, page, context, step)
    expect(content_box(page)).to_have_value(TYPED)
    expect(page.locator("fieldset.conflict")).to_contain_text(OTHER)
    look_at(page, "offline-conflict")
    page.get_by_label(OTHER, exact=False).check()
    save(page)
    page.goto(step)
    expect(content_box(page)).to_have_value(OTHER)
    assert page.evaluate(KEPT) == []


def test_a_log_out_leaves_nothing_on_a_shared_computer(people: People) -> None:
    page = people.open("desktop")
    log_in(page, "taro")
    begin_request(page)
    step, context = page.url, page.context
    type_offline(page, TYPED)
    page.close(run_before_unload=False)
    context.set_offline(False)
    page = people.open_tab(context)
    page.goto("/mypage/")
    assert len(page.evaluate(KEPT)) == 1
    page.get_by_role("button", name="ログアウト").first.click()
    page.wait_for_url(lambda url: "/mypage/" not in url)
    assert page.evaluate(KEPT) == []
    log_in(page, "taro")
    page.goto(step)
    expect(content_box(page)).to_have_value("")


def test_the_first_step_is_light_and_asks_nobody_else(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    begin(page, "cooperation-money-11")
    fresh = people.open("phone")
    fresh.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    watch = fresh.context.new_cdp_session(fresh)
    sizes: list[float] = []
    hosts: set[str] = set()
    watch.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    watch.on("Network.requestWillBeSent", lambda event: hosts.add(event["request"]["url"].split("/")[2]))
    watch.send("Network.enable")
    fresh.goto(page.url)
    fresh.wait_for_load_state("networkidle")
    assert len(sizes) > 10
    assert hosts == {people.stack.base_url.split("/")[2]}
    assert sum(sizes) < HEAVIEST


def test_a_request_is_filed_by_keyboard_alone(people: People) -> None:
    page = people.open("desktop")
    log_in(page, "taro")
    page.goto("/procedures/disclosure-request/start/")
    press(page, re.compile("請求を始める|新しく始める"))
    page.wait_for_url("**/apply/**")
    press(page, re.compile("保存して次へ"))
    content_box(page).wait_for()
    press(page, re.compile("保存して次へ"))
    page.wait_for_url("**?check=1")
    expect(page.locator("[data-error-summary]")).to_be_focused()
    assert page.title().startswith("エラー：")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("道路工事の契約書")
    tab_to(page, "document.activeElement.matches('select')")
    page.keyboard.press("ArrowDown")
    for value in ("閲覧", "窓口で受け取る"):
        tab_to(page, "document.activeElement.matches('input[type=radio], input[type=checkbox]')", anew=True)
        choose_by_arrows(page, value)
    press(page, re.compile("保存して次へ"))
    page.wait_for_url("**/confirm/")
    tab_to(page, "document.activeElement.name === 'delivery'")
    page.keyboard.press("Space")
    press(page, re.compile("この内容で送信する"))
    page.locator(".big-number").wait_for()


def reopen(people: People, page: Page, context: BrowserContext, url: str) -> Page:
    """The page is closed as by a crash, the connection comes back, somebody opens the draft again."""
    page.close(run_before_unload=False)
    context.set_offline(False)
    page = people.open_tab(context)
    page.goto(url)
    return page


def press(page: Page, name: re.Pattern[str]) -> None:
    """Go to a button with the Tab key and press Enter."""
    tab_to(page, f"document.activeElement.matches('button') && /{name.pattern}/.test(document.activeElement.innerText)")
    page.keyboard.press("Enter")


def tab_to(page: Page, condition: str, *, anew: bool = False) -> None:
    if anew:
        page.keyboard.press("Tab")
    for _turn in range(80):
        if page.evaluate(condition):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The Tab key does not lead there: {condition}")


def choose_by_arrows(page: Page, label: str) -> None:
    """In the group that has the focus: Space, and the arrow keys until the answer is chosen."""
    page.keyboard.press("Space")
    for _turn in range(8):
        if page.evaluate("document.activeElement.labels[0].innerText").strip() == label:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"The arrow keys do not lead to {label}")
