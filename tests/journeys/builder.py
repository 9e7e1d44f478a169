"""Hands for the form builder: what an author does with a mouse and a keyboard to build a form."""

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as TookTooLong

TOP = "#steps-root"
SLOTS = "> [data-streamfield-stream-container] > div:not([data-streamfield-child]) > button"
CHILDREN = "> [data-streamfield-stream-container] > [data-streamfield-child]"

RULES = "#rules-root"
WATCH = """
window.editing = { ready: Infinity, isWatched: false, sent: null, kept: null };
const text = (data) => JSON.stringify([...data].filter(([name]) => /^(title|summary|steps-|rules-)/.test(name)));
window.editing.now = () => text(new FormData(document.querySelector('[data-edit-form]')));
document.addEventListener('w-unsaved:ready', () => { window.editing.ready = performance.now(); });
document.addEventListener('w-unsaved:watch-edits', () => {
    window.editing.isWatched = performance.now() - window.editing.ready > 1900;
});
document.addEventListener('w-autosave:save', (event) => { window.editing.sent = text(event.detail.formData); });
document.addEventListener('w-autosave:success', () => { window.editing.kept = window.editing.sent; });
"""
PATIENCE_MS = 3_000
"""How long somebody waits for a list of kinds before pressing the button again."""


def watch(page: Page) -> None:
    """Listen, on whatever is opened next, to what Wagtail says of its own saving."""
    page.add_init_script(WATCH)


def is_watched(page: Page) -> None:
    """Wait until Wagtail looks for changes: what is changed before is saved with the next change only.

    Two seconds after it gets ready it takes what it sees for the beginning, and it gets ready twice.
    """
    page.wait_for_function("window.editing.isWatched && window.editing.sent === window.editing.kept")


def is_kept(page: Page) -> None:
    """Wait until the server has the form as it stands. A change while a save is under way would be overlooked."""
    page.wait_for_function("window.editing.kept === window.editing.now()")


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
    question = add_block(scope.locator("[data-contentpath=fields]").first.locator("> .builder"), kind)
    question.locator("[name$='-value-label']").first.fill(label)
    for number, words in enumerate(choices):
        box = question.locator(f"[name$='-choices-{number}-value-label']")
        if box.count() == 0:
            question.locator("[data-streamfield-list-add]").last.click()
        box.fill(words)
    return question


def add_block(stream: Locator, kind: str) -> Locator:
    """Append one of several kinds of block. The list of kinds may close again when Wagtail saves at that moment."""
    children = stream.locator(CHILDREN)
    count = children.count()
    option = stream.page.get_by_role("listbox").get_by_role("option", name=kind, exact=True)
    for _attempt in range(3):
        stream.locator(SLOTS).last.click()
        try:
            option.click(timeout=PATIENCE_MS)
            break
        except TookTooLong:
            assert children.count() == count
    return children.nth(count)


def add_rule(page: Page, effect: str, target: str, condition: tuple[str, str, str]) -> Locator:
    """`condition`: the words of a question, a comparison, an answer."""
    rule = add_block(page.locator(RULES), effect)
    conditions = rule.locator("[data-contentpath=conditions]")
    conditions.locator("[data-streamfield-list-add]").last.click()
    fill_condition(conditions, condition)
    rule.locator("[name$='-targets-0-value']").fill(target)
    return rule


def fill_condition(place: Locator, condition: tuple[str, str, str]) -> None:
    question, comparison, value = condition
    place.locator("[name$='-question']").last.fill(question)
    place.locator("[name$='-comparison']").last.select_option(label=comparison)
    place.locator("[name$='-value-value']").last.fill(value)


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
