"""What visitors read, on a phone and on a desk, each page with axe."""

import pytest

from .conftest import People
from .looks import TOO_WIDE, keep_picture, look_at, violations

PAGES = {
    "home": "/",
    "catalogue": "/procedures/?event=building&open=1",
    "procedure": "/procedures/disclosure-request/",
    "check": "/procedures/cooperation-money-11/check/",
    "checklist": "/procedures/gold-sticker/checklist/",
    "questions": "/procedures/gold-sticker/questions/",
    "news": "/news/",
    "announcement": "/news/year-end/",
    "help": "/help/",
    "help-apply": "/help/apply/",
    "accessibility": "/accessibility/",
    "accessibility-results": "/accessibility/results/",
    "terms": "/terms/",
    "terms-versions": "/accounts/terms/",
    "terms-compare": "/accounts/terms/compare/?old=1&new=1",
    "contact": "/contact/",
}


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_visitors_read_every_kind_of_page(people: People, screen: str) -> None:
    page = people.open(screen)
    for name, address in PAGES.items():
        page.goto(address)
        look_at(page, f"visitor-{name}")


@pytest.mark.parametrize(
    "address", ["/", "/procedures/disclosure-request/check/", "/accounts/login/", "/theme/?errors"]
)
def test_pages_can_be_read_in_the_dark_and_on_the_narrowest_screen(people: People, address: str) -> None:
    page = people.open("phone")
    page.set_viewport_size({"width": 320, "height": 640})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.goto(address)
    assert violations(page) == []
    assert not page.evaluate(TOO_WIDE)


def test_a_reader_of_english_stays_in_english(people: People) -> None:
    page = people.open("desktop")
    page.goto("/procedures/disclosure-request/")
    page.get_by_role("link", name="English").first.click()
    page.wait_for_url("**/en/procedures/disclosure-request/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("aside [lang=ja]").first.inner_text() == "県民文化部 情報公開担当"
    keep_picture(page, "visitor-english-desktop")
    page.goto("/accounts/login/")
    assert page.locator("html").get_attribute("lang") == "en"
    assert violations(page) == []


def test_feedback_is_sent_without_javascript(people: People) -> None:
    page = people.open("phone", with_javascript=False)
    page.goto("/procedures/disclosure-request/")
    page.get_by_role("region", name="このページは役に立ちましたか").get_by_role("link", name="いいえ").click()
    assert page.get_by_role("radio", name="いいえ").is_checked()
    page.get_by_label("よかった点や、足りなかった点").fill("窓口の場所の地図がほしいです。")
    page.get_by_role("button", name="送信").click()
    page.get_by_text("ご意見をありがとうございました").wait_for()


def test_the_checklist_prints_without_what_stands_around_it(people: People) -> None:
    page = people.open("desktop")
    page.goto("/procedures/gold-sticker/checklist/")
    page.emulate_media(media="print")
    assert page.locator(".checklist li").first.is_visible()
    for around in (".site-nav--wide", ".breadcrumb", ".actions", ".site-footer__links"):
        assert not page.locator(around).first.is_visible(), around
    keep_picture(page, "visitor-checklist-print")
