"""What helps while somebody types on a phone: furigana, the other calendar, banks that are searched and understood."""

from playwright.sync_api import Page

from .applying import begin, open_step
from .conftest import People
from .entrance import log_in
from .looks import look_at

ACCOUNT, SHOPS = "振込先の口座", "店舗と協力の内容"


def type_with_a_kana_keyboard(page: Page, readings: list[str], chosen: str) -> None:
    """As an input method does it: the reading grows, then words are chosen for it."""
    keyboard = page.context.new_cdp_session(page)
    for text in [*readings, chosen]:
        keyboard.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    keyboard.send("Input.insertText", {"text": chosen})


def begin_at(page: Page, title: str) -> None:
    """Start an application for the cooperation money and go to one of its steps."""
    begin(page, "cooperation-money-11")
    open_step(page, title)


def test_furigana_follow_the_name_and_leave_alone_what_was_typed(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    begin(page, "cooperation-money-11")
    name, kana = page.locator("[data-kana] input").all()[:2]
    name.fill("")
    kana.fill("")
    name.click()
    type_with_a_kana_keyboard(page, ["y", "や", "やm", "やま", "やまだ"], "山田")
    page.keyboard.type("　")
    type_with_a_kana_keyboard(page, ["は", "はな", "はなこ"], "花子")
    assert (name.input_value(), kana.input_value()) == ("山田　花子", "ヤマダ　ハナコ")
    kana.fill("")
    kana.press_sequentially("ヤマダ　カコ")
    name.click()
    type_with_a_kana_keyboard(page, ["さ", "さま"], "様")
    assert kana.input_value() == "ヤマダ　カコ"
    assert people.faults == []


def test_an_account_is_found_by_name_and_shown_as_it_was_understood(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    begin_at(page, ACCOUNT)
    page.locator("input[name$=-bank]").click()
    page.keyboard.type("三井")
    page.get_by_role("option", name="三井住友 0009").click()
    page.locator("input[name$=-branch]").click()
    page.keyboard.type("しんじゅく")
    page.get_by_role("option", name="新宿 221").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("radiogroup").get_by_text("普通", exact=True).click()
    page.locator("input[name$=-number]").fill("１２３")
    page.locator("input[name$=-holder]").fill("きょうと　はなこ")
    understood = page.locator("[data-understood]")
    understood.get_by_text("ｷﾖｳﾄ ﾊﾅｺ").wait_for()
    assert understood.locator("p").all_inner_texts()[1:] == [
        "三井住友（0009）",
        "新宿（221）",
        "普通 0000123",
        "ｷﾖｳﾄ ﾊﾅｺ",
    ]
    look_at(page, "account-phone")
    assert people.faults == []


def test_an_account_is_found_without_javascript(people: People) -> None:
    page = people.open("phone", with_javascript=False)
    log_in(page, "taro")
    begin_at(page, ACCOUNT)
    page.locator("input[name$=-bank]").fill("三井")
    page.get_by_role("button", name="金融機関と支店を調べる").click()
    page.get_by_role("button", name="三井住友 0009").click()
    page.locator("input[name$=-branch]").fill("しんじゅく")
    page.get_by_role("button", name="金融機関と支店を調べる").click()
    look_at(page, "account-without-javascript-phone", with_axe=False)
    assert page.locator("[data-understood] p").all_inner_texts()[1:] == ["三井住友（0009）", "新宿（221）"]
    assert people.faults == []


def test_a_date_is_shown_in_both_calendars_while_it_is_typed(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    begin_at(page, SHOPS)
    if page.locator("[data-dates]").count() == 0:
        page.locator("button[name=rows]").first.click()
    place = page.locator("[data-dates]").first
    for part, text in (("year", "平成32"), ("month", "4"), ("day", "1")):
        place.locator(f"input[name$=-{part}]").fill(text)
    hint = page.locator(".both-calendars").first
    assert "令和2年4月1日" in hint.inner_text()
    place.locator("input[name$=-year]").fill("2020")
    assert hint.inner_text() == "2020年4月1日（令和2年）"
    assert people.faults == []
