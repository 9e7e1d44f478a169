"""Every procedure of the demo is filled in by hand, with invented answers that its form accepts, and filed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from procedure_pages.demo.files import PROCEDURES, data_of
from submissions.schema.codec import schema_from_json

from .applying import begin
from .conftest import People
from .entrance import log_in
from .filling import fill_in
from .looks import keep_picture
from .stack import Stack

PLANS = """
import json
from procedure_pages.models import ProcedurePage
from submissions.deadlines import today
from submissions.models import FormVersion
from submissions.schema.codec import schema_to_json
from submissions.schema.evaluation import Circumstances
from tests.factories.answers import valid_answers

plans = {}
pages = ProcedurePage.objects.filter(locale__language_code="ja").order_by("pk")
for number, page in enumerate(pages):
    version = FormVersion.objects.filter(page=page).latest("number")
    kinds = version.handling.applicant_kinds
    applicant = kinds[number % len(kinds)]
    circumstances = Circumstances(today=today().isoformat(), applicant=applicant)
    answers = valid_answers(version.schema, circumstances)
    plans[page.slug] = {"applicant": applicant, "form": schema_to_json(version.schema), "answers": answers}
print(json.dumps(plans))
"""
LOGINS = {"individual": "taro", "business": "shokudo"}


@pytest.fixture(scope="module")
def plans(stack: Stack) -> dict[str, Any]:
    """For each procedure who applies, the form, and what is answered."""
    return dict(json.loads(stack.ask(PLANS)))


@pytest.fixture(scope="module")
def crowd(browser: Browser, stack: Stack) -> Iterator[People]:
    opened = People(browser, stack)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def phones(crowd: People) -> dict[str, Page]:
    """A resident and a business, each logged in on a phone."""
    found = {kind: crowd.open("phone") for kind in LOGINS}
    for kind, page in found.items():
        log_in(page, LOGINS[kind])
    return found


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: file.stem)
def test_procedure_is_filled_in_and_filed(
    file: Path, plans: dict[str, Any], phones: dict[str, Page], crowd: People
) -> None:
    slug = data_of(file)["slug"]
    plan = plans[slug]
    page = phones[plan["applicant"]]
    begin(page, slug)
    fill_in(page, schema_from_json(plan["form"]), plan["answers"])
    if page.locator("input[name=delivery]").count():
        page.get_by_text("オンラインで受け取る", exact=True).click()
    keep_picture(page, f"filed-{slug}")
    page.get_by_role("button", name="この内容で送信する").click()
    number = page.locator(".big-number").inner_text().replace("-", "")
    assert (len(number), number.isdecimal(), crowd.faults) == (12, True, [])
