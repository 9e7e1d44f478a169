"""An author changes a page, a publisher approves it, visitors read it; what was begun keeps its form."""

import re

from playwright.sync_api import Page

from .conftest import People
from .looks import look_at
from .test_whole_way import log_in

SUMMARY = "県が持っている行政文書の公開を、どなたでも請求できます（改訂版）。"


def open_editor(page: Page, slug: str) -> None:
    procedures = page.request.get("/api/v1/procedures/").json()["items"]
    number = next(procedure["id"] for procedure in procedures if procedure["slug"] == slug)
    page.goto(f"/admin/pages/{number}/edit/")
    page.wait_for_load_state("networkidle")


def test_a_change_goes_through_moderation(people: People) -> None:
    author, publisher, visitor = people.open("desktop"), people.open("desktop"), people.open("phone")
    log_in(author, "author")
    open_editor(author, "disclosure-request")
    author.locator("[name=summary]").fill(SUMMARY)
    author.locator("footer [data-w-dropdown-target=toggle]").last.click()
    author.get_by_role("button", name=re.compile("提出|モデレーション")).first.click()
    author.wait_for_load_state("networkidle")
    assert SUMMARY not in visitor.goto("/procedures/disclosure-request/").text()  # type: ignore[union-attr]

    log_in(publisher, "publisher")
    open_editor(publisher, "disclosure-request")
    look_at(publisher, "editor-desktop", is_public=False, with_axe=False)
    publisher.locator("footer [data-w-dropdown-target=toggle]").last.click()
    publisher.get_by_role("button", name=re.compile("承認")).first.click()
    publisher.wait_for_load_state("networkidle")
    visitor.goto("/procedures/disclosure-request/?new")
    visitor.get_by_text(SUMMARY).first.wait_for()
