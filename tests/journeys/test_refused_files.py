"""A file that cannot be taken: a sentence that says why, and everything else on the page is kept."""

import pytest
from playwright.sync_api import Locator, Page, expect

from .applying import begin, open_step, picture, save
from .conftest import People
from .entrance import log_in
from .looks import look_at

TOO_LARGE = 11 * 1024 * 1024
REFUSED = [
    ("メモ.txt", b"just some text", "「メモ.txt」は添付できない種類のファイルです。"),
    ("空.jpg", b"", "「空.jpg」は中身が空です。"),
    ("途中.jpg", picture()[:2000], "「途中.jpg」は途中で切れているか、壊れています。"),
    ("大きい.pdf", b"%PDF-1.7\n" + b"0" * TOO_LARGE, "「大きい.pdf」は大きすぎます（11.0MB）。"),
]
NAMES = ["kind", "empty", "torn", "large"]


def open_bank_step(people: People, screen: str, *, with_javascript: bool) -> Page:
    """The step with the account: boxes to type in, and one question that takes two files."""
    page = people.open(screen, with_javascript=with_javascript)
    log_in(page, "shokudo")
    begin(page, "cooperation-money-11")
    open_step(page, "振込先の口座")
    bank_box(page).wait_for()
    return page


def bank_box(page: Page) -> Locator:
    return page.locator("input[name$=-bank]")


def give(page: Page, *files: tuple[str, bytes]) -> None:
    payload = [{"name": name, "mimeType": "application/octet-stream", "buffer": content} for name, content in files]
    page.locator("input[type=file]").first.set_input_files(payload)  # type: ignore[arg-type]


def expect_the_rest(page: Page, name: str) -> None:
    """The box that was filled and the file that was good are still there, also after loading the page again."""
    look_at(page, name)
    expect(bank_box(page)).to_have_value("まどぐち銀行")
    expect(page.locator("[data-file-list]")).to_contain_text("通帳.jpg")


@pytest.mark.parametrize("with_javascript", [True, False])
def test_each_refusal_says_why_and_keeps_the_rest(people: People, with_javascript: bool) -> None:
    people.expected = {422}
    screen = "phone" if with_javascript else "desktop"
    page = open_bank_step(people, screen, with_javascript=with_javascript)
    bank_box(page).fill("まどぐち銀行")
    give(page, ("通帳.jpg", picture()))
    if not with_javascript:
        save(page)
    expect(page.locator("[data-file-list]")).to_contain_text("通帳.jpg")
    for key, (name, content, sentence) in zip(NAMES, REFUSED, strict=True):
        give(page, (name, content))
        if not with_javascript:
            save(page)
        expect(page.locator(".field__error", has_text=sentence)).to_be_visible()
        expect_the_rest(page, f"refused-{key}")
    page.reload() if with_javascript else page.goto(page.url)
    expect_the_rest(page, "refused-reloaded")


def test_two_refused_files_are_both_named(people: People) -> None:
    people.expected = {422}
    page = open_bank_step(people, "phone", with_javascript=True)
    give(page, *[(name, content) for name, content, _sentence in REFUSED[:2]], ("通帳.jpg", picture()))
    expect(page.locator("[data-file-list]")).to_contain_text("通帳.jpg")
    for _name, _content, sentence in REFUSED[:2]:
        expect(page.locator(".field__error", has_text=sentence)).to_be_visible()
    look_at(page, "refused-two")
