"""An author changes a page, a publisher approves it, visitors read it."""

import re

import pytest
from playwright.sync_api import Page

from .conftest import People
from .entrance import log_in
from .looks import look_at


def open_editor(page: Page, slug: str) -> None:
    procedures = page.request.get("/api/v1/procedures/").json()["items"]
    number = next(procedure["id"] for procedure in procedures if procedure["slug"] == slug)
    page.goto(f"/admin/pages/{number}/edit/")
    page.wait_for_load_state("networkidle")


def press_in_footer(page: Page, words: str) -> None:
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("button", name=re.compile(words)).first.click()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("screen", ["desktop", "phone"])
def test_a_change_goes_through_moderation(people: People, screen: str) -> None:
    summary = f"県が持っている行政文書の公開を、どなたでも請求できます（{screen}の改訂版）。"
    author, publisher, visitor = people.open(screen), people.open(screen), people.open("phone")
    log_in(author, "author")
    look_at(author, "author-home")
    open_editor(author, "disclosure-request")
    author.locator("[name=summary]").fill(summary)
    press_in_footer(author, "提出|モデレーション")
    assert summary not in visitor.goto("/procedures/disclosure-request/").text()  # type: ignore[union-attr]

    log_in(publisher, "publisher")
    look_at(publisher, "publisher-home")
    open_editor(publisher, "disclosure-request")
    look_at(publisher, "editor", with_axe=False)
    press_in_footer(publisher, "承認")
    visitor.goto(f"/procedures/disclosure-request/?{screen}")
    visitor.get_by_text(summary).first.wait_for()
