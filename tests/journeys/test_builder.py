"""The form builder under the hands of an author: looking, copying, moving, deleting."""

from typing import Any

from playwright.sync_api import Locator, Page

from .big_form import SLUG
from .builder import CHILDREN, TOP, is_kept, is_watched, open_tab, watch
from .conftest import People
from .test_author import open_editor
from .test_whole_way import log_in

POSTED = "[...new FormData(document.querySelector('[data-edit-form]'))].filter(([name]) => name.startsWith('steps-'))"
STATE = "document.getElementById('steps-root').rootBlock.getState()"


def open_form(page: Page, slug: str) -> Locator:
    """The steps of a procedure, the first of them unfolded: a long form opens with folded steps."""
    watch(page)
    open_editor(page, slug)
    is_watched(page)
    open_tab(page, "申請フォーム")
    steps = page.locator(f"{TOP} {CHILDREN}")
    toggle = steps.first.locator("[data-panel-toggle]").first
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    return steps


def questions_of(step: Locator) -> Locator:
    return step.locator("[data-contentpath=fields]").first.locator(f"> .builder {CHILDREN}")


def keys_in(state: Any) -> list[str]:
    """Every id of blocks and of answers to choose."""
    if isinstance(state, list):
        return [key for part in state for key in keys_in(part)]
    if not isinstance(state, dict):
        return []
    return [*([state["id"]] if "value" in state else []), *keys_in(list(state.values()))]


def opened_again(page: Page) -> Any:
    """What the server gives of the form: it has what was changed last."""
    is_kept(page)
    page.reload()
    page.wait_for_load_state("networkidle")
    return page.evaluate(STATE)


def open_big_form(people: People, page: Page) -> Locator:
    people.stack.run("from tests.journeys.big_form import create; create()")
    return open_form(page, SLUG)


def test_looking_at_a_question_is_no_edit(people: People) -> None:
    author = people.open("desktop")
    log_in(author, "author")
    steps = open_form(author, "disclosure-request")
    before = author.evaluate(POSTED)
    toggle = questions_of(steps.nth(1)).first.locator("[data-panel-toggle]").first
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.focus()
    author.keyboard.press("Enter")
    questions_of(steps.nth(1)).first.locator("[name$='-value-label']").wait_for()
    assert (toggle.get_attribute("aria-expanded"), author.evaluate(POSTED)) == ("true", before)


def test_questions_are_moved_doubled_deleted_and_changed(people: People) -> None:
    author = people.open("desktop")
    log_in(author, "author")
    steps = open_big_form(people, author)
    before = author.evaluate(STATE)[0]["value"]["fields"]
    questions = questions_of(steps.first)
    for question, action in (
        (questions.nth(1), "MOVE_DOWN"),
        (questions.nth(3), "DUPLICATE"),
        (questions.last, "DELETE"),
    ):
        question.locator(f"[data-streamfield-action={action}]").first.click()
        is_kept(author)
    questions.nth(3).locator("[data-panel-toggle]").first.click()
    questions.nth(3).locator("[name$='-value-label']").first.fill("新しい名前")
    after = opened_again(author)[0]["value"]["fields"]
    kept = [question["id"] for question in before]
    assert [question["id"] for question in after if question["id"] in kept] == [kept[0], kept[2], kept[1], *kept[3:-1]]
    assert (after[3]["value"]["label"], after[4]["value"]["alias"]) == ("新しい名前", None)
    assert (len(after), after[4]["id"] in kept) == (len(before), False)


def test_a_step_is_copied_into_another_procedure(people: People) -> None:
    author = people.open("desktop")
    log_in(author, "author")
    copy = "コピー（この手続やほかの手続に貼り付けできます）"
    source = open_big_form(people, author)
    source.first.get_by_role("button", name=copy).first.click()
    author.get_by_role("status").get_by_text("コピーしました").wait_for()
    original = author.evaluate(STATE)
    open_form(author, "disclosure-request")
    author.get_by_role("button", name="コピーした「ステップ」を貼り付け").click()
    pasted = opened_again(author)[-1]
    assert [question["value"]["label"] for question in pasted["value"]["fields"]] == [
        question["value"]["label"] for question in original[0]["value"]["fields"]
    ]
    keys = keys_in(author.evaluate(STATE))
    assert (len(keys), set(keys) & set(keys_in(original))) == (len(set(keys)), set())
