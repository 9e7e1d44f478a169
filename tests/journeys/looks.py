"""What every page of a journey must stand: axe, a picture, no English, no sideways scrolling."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import SCREENSHOTS

SERIOUS = {"serious", "critical"}
ENGLISH_SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z']+\b[ ,]+){3,}\b[A-Za-z][a-z']+\b")
axe = Axe()


def look_at(page: Page, name: str, *, is_public: bool = True, with_axe: bool = True) -> None:
    """Keep a screenshot and check the page. `is_public` pages must not scroll sideways.

    Without axe only Wagtail's own page editor: its rich text box has no name, which is not ours to mend.
    """
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
    assert not with_axe or violations(page) == []
    assert english_in(page) == []
    if is_public:
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), f"{name} is too wide"


def violations(page: Page) -> list[str]:
    """Serious and critical findings of axe, each with the places."""
    found = axe.run(page).response["violations"]
    return [
        f"{finding['id']}: {[node['html'][:200] for node in finding['nodes']]}"
        for finding in found
        if finding["impact"] in SERIOUS
    ]


def english_in(page: Page) -> list[str]:
    """English sentences that a Japanese reader would meet."""
    return ENGLISH_SENTENCE.findall(page.locator("body").inner_text())
