import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from . import stack as running
from .stack import Stack

pytest.register_assert_rewrite("tests.journeys.looks", "tests.journeys.applying")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WHY_SKIPPED = "No Chromium on this machine: install the package 'chromium' and run 'make test' again."
SCREENS = {
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
    "desktop": {"viewport": {"width": 1440, "height": 900}},
}
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "journeys" in item.path.parts and CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason=WHY_SKIPPED))


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = running.start(port, tmp_path_factory.mktemp("var"))
    yield started
    started.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def people(browser: Browser, stack: Stack) -> Iterator["People"]:
    opened = People(browser, stack)
    yield opened
    opened.close()
    assert opened.faults == []


class People:
    """Opens a browser for each person of a journey; a script error or a failed request on any page fails the test.

    A journey that leads into a refusal says so: `expected` holds the HTTP statuses that are no fault in it.
    """

    def __init__(self, browser: Browser, stack: Stack) -> None:
        self.browser, self.stack = browser, stack
        self.contexts: list[BrowserContext] = []
        self.faults: list[str] = []
        self.expected: set[int] = set()

    def open(self, screen: str, *, with_javascript: bool = True) -> Page:
        context = self.browser.new_context(
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
            base_url=self.stack.base_url,
            java_script_enabled=with_javascript,
            reduced_motion="reduce",
            **SCREENS[screen],  # type: ignore[arg-type]
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        return self.open_tab(context)

    def open_tab(self, context: BrowserContext) -> Page:
        """One more tab of a browser that is open already: the same person, the same session."""
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self._hear(message.type, message.text, page.url))
        page.on("response", lambda answer: self._watch(answer.status, answer.url))
        return page

    def _watch(self, status: int, url: str) -> None:
        if status >= 400 and status not in self.expected:
            self.faults.append(f"{status} {url}")

    def _hear(self, kind: str, text: str, url: str) -> None:
        """What the page complains of in the console, such as a broken security policy. `_watch` sees the requests."""
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.faults.append(f"{url}: {text}")

    def close(self) -> None:
        for context in self.contexts:
            context.close()


SCREENSHOTS = Path(__file__).resolve().parents[2] / "var" / "screenshots"
