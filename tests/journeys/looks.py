"""What every page of a journey must stand: axe, a picture, no English, no sideways scrolling."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import SCREENS, SCREENSHOTS

SERIOUS = {"serious", "critical"}
ENGLISH_PAGE = "Request for disclosure of public records"
"""The title of the demo's one procedure in English: the staff meets it in lists of pages."""
ENGLISH_SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z']+\b[ ,]+){3,}\b[A-Za-z][a-z']+\b")
FULL_HEIGHT = "Math.max(...[...document.querySelectorAll('html, body, main')].map(part => part.scrollHeight))"
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth + 1"
HAS_NO_SCRIPTS = "matchMedia('(scripting: none)').matches"
TALLEST = 16_000
RULES = {"rules": {"target-size": {"enabled": True}}}
"""All that axe does by itself, and the 24 pixels of WCAG 2.2."""
axe = Axe()


def look_at(page: Page, name: str, *, with_axe: bool = True) -> None:
    """Keep a screenshot, named after the screen too, and check the page.

    Without axe only Wagtail's own page editor: its rich text box has no name, which is not ours to mend. In a browser
    without JavaScript axe cannot run: there a picture is kept under a name of its own, and the rest is checked.
    """
    page.wait_for_load_state("networkidle")
    is_plain = page.evaluate(HAS_NO_SCRIPTS)
    keep_picture(page, f"{name}-{screen_of(page)}{'-plain' if is_plain else ''}")
    assert is_plain or not with_axe or violations(page) == []
    assert english_in(page) == []
    assert not page.evaluate(TOO_WIDE), f"{name} is too wide"


def screen_of(page: Page) -> str:
    width = page.evaluate("window.innerWidth")
    return next(name for name, screen in SCREENS.items() if screen["viewport"]["width"] == width)  # type: ignore[index]


def keep_picture(page: Page, name: str) -> None:
    """The whole page, also where a part of it scrolls and not the page: for the moment the window is that high."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    window = page.viewport_size
    assert window
    height = min(TALLEST, max(window["height"], int(page.evaluate(FULL_HEIGHT))))
    page.set_viewport_size({"width": window["width"], "height": height})
    page.screenshot(path=SCREENSHOTS / f"{name}.png")
    page.set_viewport_size(window)


def violations(page: Page) -> list[str]:
    """Serious and critical findings of axe, each with the places."""
    found = axe.run(page, options=RULES).response["violations"]
    return [
        f"{finding['id']}: {[node['html'][:200] for node in finding['nodes']]}"
        for finding in found
        if finding["impact"] in SERIOUS
    ]


def english_in(page: Page) -> list[str]:
    """English sentences that a Japanese reader would meet."""
    words = page.locator("body").inner_text().replace(ENGLISH_PAGE, "")
    return ENGLISH_SENTENCE.findall(words)
