"""The demo's procedures once were Python. As files they are the same forms, under the same keys."""

from typing import Any

import pytest

from procedure_pages.demo.departments import create_departments
from procedure_pages.demo.files import LIBRARY, PROCEDURES, create_library, create_procedures, data_of
from procedure_pages.models import ProcedurePage, QuestionSet
from procedure_pages.transfer.export import procedure_data
from submissions.evidence import sha256_of
from submissions.models import FormVersion
from tests.factories.accounts import StaffFactory
from tests.factories.pages import CataloguePageFactory

pytestmark = pytest.mark.django_db

FORMS = {
    "cooperation-money-11": "626729edff00c28c33b3aeb65658780dda99d1cd36301c0a66ca4f12bb1207ef",
    "gold-sticker": "7827aa9a92720727e7564df0f0c92235f2328d9f6933ce4cf64b4a41c73242d2",
    "disclosure-request": "63accec425448506386ec9cc54d87a67e7f119a83f4ff54f96e174264dfe895d",
    "buried-cultural-property": "1e051d586bb47f895738ab65be1d9c6336134fc48ed88daa9d0c5299f3287777",
}
"""SHA-256 of each form as it should be now, without the keys of what it takes from the library: those are its own."""


@pytest.fixture
def demo() -> None:
    create_departments()
    user = StaffFactory(superuser=True)
    create_library(user=user)
    list(create_procedures(CataloguePageFactory(), user=user))


def without_keys(field: dict[str, Any]) -> dict[str, Any]:
    parts = [name for name in ("choices", "fields") if name in field]
    return {**field, **{name: [without_keys(part) for part in field[name]] for name in parts}, "key": ""}


def digest(version: FormVersion) -> str:
    shared = {child.id for part in QuestionSet.objects.all() for child in part.questions}
    steps = [
        {
            **step,
            "fields": [without_keys(field) if field["key"] in shared else field for field in step["fields"]],
        }
        for step in version.schema_data["steps"]
    ]
    return sha256_of({**version.schema_data, "steps": steps})


def test_the_forms_are_what_they_were(demo: None) -> None:
    assert {version.page.slug: digest(version) for version in FormVersion.objects.select_related("page")} == FORMS


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
