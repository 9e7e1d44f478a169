"""Types invented answers into the open wizard as a person does: box by box, and only where a box can be seen."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page

from submissions.schema import Field, FormSchema, Step
from submissions.schema.kinds import KINDS, file_kind
from tests.submissions.files.samples import pdf, picture

from .applying import save

FILES = {
    "pdf": {"name": "書類.pdf", "mimeType": "application/pdf", "buffer": pdf()},
    "jpg": {"name": "写真.jpg", "mimeType": "image/jpeg", "buffer": picture()},
}
CAN_BE_SEEN = """path => [...document.querySelectorAll('#wizard [name]')].some(
    box => (box.name === path || box.name.startsWith(path + '-')) && !box.parentElement.closest('[hidden]'))"""
ROWS = """path => [...document.querySelectorAll('#wizard [data-row]')].map(row => row.dataset.row)
    .filter(row => row.startsWith(path + '.') && !row.slice(path.length + 1).includes('.'))"""
GROUP_CAN_BE_SEEN = "path => document.getElementById('group-' + path)?.closest('[hidden]') === null"
Answers = dict[str, Any]


def fill_in(page: Page, schema: FormSchema, answers: Answers) -> None:
    """From the first step to the confirmation. What a step still finds wrong ends it.

    An answer may bring more questions to light, at once or when the step is saved: those are answered in another turn.
    """
    while "/confirm/" not in page.url:
        here, done = place_of(page), set[str]()
        step = schema.steps[int(here.rpartition("/")[2]) - 1]
        fill_step(page, step, answers, done)
        save(page)
        while place_of(page) == here:
            faults = page.locator(".error-summary li").all_inner_texts()
            assert fill_step(page, step, answers, done), (step.title, faults)
            save(page)


def place_of(page: Page) -> str:
    return urlsplit(page.url).path.rstrip("/")


def fill_step(page: Page, step: Step, answers: Answers, done: set[str]) -> bool:
    """Whether there was anything to fill in. `done` holds the paths of what was filled in before."""
    before = len(done)
    while list(fill(page, step.fields, answers, "", done)):
        pass
    return len(done) > before


def fill(page: Page, fields: tuple[Field, ...], answers: Answers, prefix: str, done: set[str]) -> Iterator[str]:
    """The paths of what was filled in, in the order of the questions."""
    for field in fields:
        path = f"{prefix}{field.key}"
        if KINDS[field.kind].has_rows:
            yield from fill_rows(page, field, answers.get(field.key) or [], path, done)
        elif field.key in answers and path not in done and page.evaluate(CAN_BE_SEEN, path):
            done.add(path)
            answer(page, field, path, answers[field.key])
            yield path


def fill_rows(page: Page, group: Field, rows: list[Answers], path: str, done: set[str]) -> Iterator[str]:
    if not page.evaluate(GROUP_CAN_BE_SEEN, path):
        return
    while len(page.evaluate(ROWS, path)) < len(rows):
        adding = page.locator(f"button[name=rows][value='add:{path}']")
        if adding.count() == 0:  # the rows follow another list, and come when it is saved
            break
        with page.expect_navigation():
            adding.click()
    for place, row in zip(page.evaluate(ROWS, path), rows, strict=False):
        yield from fill(page, group.fields, row, f"{place}.", done)


def answer(page: Page, field: Field, path: str, raw: Any) -> None:
    kind = KINDS[field.kind]
    if kind.has_files:
        attach(page, field, path)
    elif field.kind == "checkboxes":
        for box in named(page, path).all():
            box.set_checked(box.get_attribute("value") in raw)
    elif field.kind in ("radio", "yesno", "delivery"):
        page.locator(f"#wizard [name='{path}'][value='{raw}']").check()
    elif field.kind == "declaration":
        named(page, path).check()
    elif field.kind == "select":
        named(page, path).select_option(value=raw)
    elif field.kind == "search_select":
        choose_by_typing(page, path, field.choice_label(raw))
    else:
        for name, text in boxes(field, path, raw):
            write(page, field, name, text)


def boxes(field: Field, path: str, raw: Any) -> Iterator[tuple[str, str]]:
    """The name of each box, and what is typed into it."""
    if field.kind in ("date", "month") and isinstance(raw, str):
        raw = dict(zip(("year", "month", "day"), raw.split("-"), strict=False))
    if not isinstance(raw, dict):
        yield path, str(raw)
        return
    for part, text in raw.items():
        if field.kind == "period":
            yield from boxes(Field(key="", kind="date", label=""), f"{path}-{part}", text)
        else:
            yield f"{path}-{part}", text


def write(page: Page, field: Field, name: str, text: str) -> None:
    if field.kind == "bank" and name.endswith("-kind"):
        page.locator(f"#wizard [name='{name}'][value='{text}']").check()
    elif named(page, name).input_value() != text:
        named(page, name).fill(text)


def named(page: Page, name: str) -> Locator:
    return page.locator(f"#wizard [name='{name}']")


def choose_by_typing(page: Page, path: str, label: str) -> None:
    box = page.locator("#wizard .combobox", has=page.locator(f"xpath=following-sibling::select[@name='{path}']"))
    box.get_by_role("combobox").fill(label)
    box.get_by_role("option", name=label, exact=True).click()


def attach(page: Page, field: Field, path: str) -> None:
    taken = file_kind(field).extensions(field)
    with page.expect_response(lambda told: told.url.endswith("/files/")) as sent:
        named(page, path).set_input_files(FILES["pdf" if "pdf" in taken else "jpg"])  # type: ignore[arg-type]
    assert sent.value.ok, (field.label, sent.value.status)
