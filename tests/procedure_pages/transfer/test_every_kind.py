"""A procedure that asks every kind of question, with every setting, survives the way through a file."""

from typing import Any

import pytest

from procedure_pages.blocks import QUESTIONS
from procedure_pages.compiler import compile_form
from procedure_pages.demo.language import ask, choose, step
from procedure_pages.models import ProcedurePage
from procedure_pages.transfer import IfThere, export_procedure, import_data, load
from tests.factories.pages import ProcedurePageFactory

from ..test_compiler import CHOICES, LINES, SETTINGS

COMMON = {"help_text": "説明", "reviewer_help": "確認", "sensitive": True, "required": False}


def every_question() -> list[dict[str, Any]]:
    asked = []
    for kind in QUESTIONS:
        settings = {**COMMON, **SETTINGS.get(kind, {})}
        if kind in ("radio", "select", "checkboxes"):
            asked.append(choose(kind, f"a_{kind}", kind, CHOICES, **settings))
        elif kind == "search_select":
            asked.append(ask(kind, f"a_{kind}", kind, choice_lines=LINES, **settings))
        elif kind == "calculated":
            asked.append(ask(kind, f"a_{kind}", kind, formula="1 + 2"))
        else:
            asked.append(ask(kind, f"a_{kind}", kind, **settings))
    table = choose(
        "table", "a_table", "表", [("food", "食材費"), ("rent", "家賃")], fields=[ask("money", "cost", "額")]
    )
    return [*asked, table]


@pytest.mark.django_db
@pytest.mark.parametrize("is_json", [False, True])
def test_every_kind_survives_the_way_through_a_file(is_json: bool) -> None:
    page: ProcedurePage = ProcedurePageFactory(steps=[step("一", every_question())])
    data = load(export_procedure(page, is_json=is_json), is_json=is_json)
    taken = import_data(data, parent=page.get_parent(), user=None, if_there=IfThere.UPDATE).page
    assert taken is not None
    assert compile_form(taken).schema == compile_form(page).schema
