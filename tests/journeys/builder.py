"""Hands for the form builder: what an author does with a mouse and a keyboard to build a form."""

from playwright.sync_api import Locator, Page

TOP = "#steps-root"
SLOTS = "> [data-streamfield-stream-container] > div:not([data-streamfield-child]) > button"
CHILDREN = "> [data-streamfield-stream-container] > [data-streamfield-child]"


def open_tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name, exact=True).click()


def add_step(page: Page, title: str) -> Locator:
    stream = page.locator(TOP)
    stream.locator(SLOTS).last.click()
    step = stream.locator(CHILDREN).last
    step.locator("[name$='-value-title']").first.fill(title)
    return step


def add_question(scope: Locator, kind: str, label: str, *, choices: tuple[str, ...] = ()) -> Locator:
    """Append a question to a step or to a group; it is left open."""
    stream = scope.locator("[data-contentpath=fields]").first.locator("> .builder")
    children = stream.locator(CHILDREN)
    count = children.count()
    stream.locator(SLOTS).last.click()
    scope.page.get_by_role("listbox").get_by_role("option", name=kind, exact=True).click()
    question = children.nth(count)
    question.locator("[name$='-value-label']").first.fill(label)
    for number, words in enumerate(choices):
        box = question.locator(f"[name$='-choices-{number}-value-label']")
        if box.count() == 0:
            question.locator("[data-streamfield-list-add]").last.click()
        box.fill(words)
    return question


def fold(block: Locator) -> None:
    block.locator("[data-panel-toggle]").first.click()


def untick_required(question: Locator) -> None:
    question.locator("[name$='-value-required']").first.uncheck()


def write(page: Page, field: str, text: str) -> None:
    """Into the rich text box of a field."""
    page.locator(f"[data-contentpath={field}] [contenteditable=true]").first.click()
    page.keyboard.type(text)


def publish(page: Page) -> str:
    """What the editor says to it, and what it finds wrong."""
    page.locator("footer [data-w-dropdown-target=toggle]").last.click()
    page.locator("[name=action-publish]").click()
    page.wait_for_load_state("networkidle")
    said = page.locator(".messages").all_inner_texts()
    wrong = page.locator(".error-message").all()
    return "\n".join([*said, *(f"{place_of(fault)}: {fault.inner_text()}" for fault in wrong)])


def place_of(element: Locator) -> str:
    return str(element.evaluate("element => element.closest('[data-contentpath]')?.dataset.contentpath"))
