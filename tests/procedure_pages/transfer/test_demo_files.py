"""The demo's procedures are files that an export would write."""

from typing import Any

import pytest

from procedure_pages.demo.departments import create_departments
from procedure_pages.demo.files import LIBRARY, PROCEDURES, create_library, create_procedures, data_of
from procedure_pages.models import ProcedurePage
from procedure_pages.transfer.export import procedure_data
from tests.factories.accounts import StaffFactory
from tests.factories.pages import CataloguePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo() -> None:
    create_departments()
    user = StaffFactory(superuser=True)
    create_library(user=user)
    list(create_procedures(CataloguePageFactory(), user=user))


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: file.stem)
def test_a_procedure_says_that_it_is_a_demo(file: Any) -> None:
    titles = [block.get("title") for block in data_of(file)["guidance"] if block.get("kind") == "callout"]
    assert "これはデモ用の手続です" in titles


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: file.stem)
def test_a_procedure_exports_as_the_file_it_came_from(demo: None, file: Any) -> None:
    written = data_of(file)
    page = ProcedurePage.objects.get(slug=written["slug"])
    moments = ("opens_at", "closes_at", "library")
    exported = procedure_data(page)
    assert {name: value for name, value in exported.items() if name not in moments} == {
        name: value for name, value in written.items() if name not in moments
    }


def test_an_export_carries_the_parts_it_uses(demo: None) -> None:
    parts = {part["name"]: part for file in LIBRARY for part in data_of(file)["library"]}
    exported = procedure_data(ProcedurePage.objects.get(slug="disclosure-request"))
    assert exported["library"] == [parts["申請者"]]
