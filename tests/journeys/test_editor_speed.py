"""The editor with a form of 80 questions: how long until it can be used, how long until it is saved."""

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from .big_form import SLUG
from .builder import CHILDREN, TOP, is_kept, is_watched, watch
from .conftest import People
from .looks import look_at
from .test_author import open_editor
from .test_whole_way import log_in

EDITOR_IS_THERE = "document.querySelectorAll('#steps-root > div > [data-streamfield-child]').length === 6"
NEXT_CHANGE_AFTER_MS = 5_000
WHEN_IDLE = "new Promise(done => requestIdleCallback(() => done(performance.now())))"
SAVES = "performance.getEntriesByType('resource').filter(entry => /[/]edit[/]$/.test(entry.name))"


def open_ms(page: Page) -> float:
    """From the start of the navigation until every step stands in the editor and the browser is idle again."""
    page.reload(wait_until="commit")
    page.wait_for_function(EDITOR_IS_THERE)
    return float(page.evaluate(WHEN_IDLE))


def save_ms(page: Page, words: str) -> float:
    """From the start of the request that saves the draft by itself until the last byte of its answer.

    What is typed while Wagtail gets ready, which it does twice, is saved with the next change only: so there is one.
    """
    is_saved = f"{SAVES}.length > {page.evaluate(f'{SAVES}.length')}"
    page.locator("[name=summary]").fill(words)
    try:
        page.wait_for_function(is_saved, timeout=NEXT_CHANGE_AFTER_MS)
    except TookTooLong:
        page.locator("[name=summary]").fill(f"{words}。")
        page.wait_for_function(is_saved)
    is_kept(page)  # what is typed before Wagtail has taken in the answer would not be saved by itself
    return float(page.evaluate(f"{SAVES}.at(-1).duration"))


def unfold_ms(page: Page) -> float:
    """From the click on the first step until the browser is idle again, its questions drawn."""
    page.locator(f"{TOP} {CHILDREN}").first.locator("[data-panel-toggle]").first.evaluate(
        "toggle => { performance.mark('unfold'); toggle.click(); }"
    )
    page.evaluate(WHEN_IDLE)
    return float(page.evaluate("performance.now() - performance.getEntriesByName('unfold').at(-1).startTime"))


def test_eighty_questions_open_and_save_fast(people: People) -> None:
    people.stack.run("from tests.journeys.big_form import create; create()")
    author = people.open("desktop")
    log_in(author, "author")
    watch(author)
    open_editor(author, SLUG)
    opened = [open_ms(author) for _round in range(3)]
    inputs = author.evaluate("document.querySelectorAll('form input, form select, form textarea').length")
    posted = author.evaluate("[...new FormData(document.querySelector('[data-edit-form]')).keys()].length")
    author.get_by_role("tab", name="申請フォーム").click()
    unfolded = unfold_ms(author)
    author.get_by_role("tab", name="案内").click()
    is_watched(author)
    saved = [save_ms(author, f"要約{number}") for number in range(3)]
    figures = {"open": opened, "unfold": [unfolded], "save": saved, "inputs": [inputs], "posted": [posted]}
    print({name: [round(figure) for figure in found] for name, found in figures.items()})
    look_at(author, "editor-big-desktop", with_axe=False)
    assert min(opened) < 2_000, "neighbours only ever add to it"
    assert min(saved) < 1_000
    assert posted < 100
