"""What the documentation shows is what the import takes."""

import re
from pathlib import Path

import pytest

from procedure_pages.transfer import import_data, load
from procedure_pages.transfer.description import description
from tests.factories.accounts import DepartmentFactory
from tests.factories.pages import CataloguePageFactory

pytestmark = pytest.mark.django_db
TEXT = Path("docs/features/procedure-files.md").read_text(encoding="utf-8")
PROCEDURE, STOCK = (load(part.encode(), is_json=False) for part in re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL))


def test_the_example_is_in_order() -> None:
    DepartmentFactory(code="johokokai")
    part = {"name": "申請者", "questions": [{"text": "氏名"}]}
    import_data({**PROCEDURE, "library": [part]}, parent=CataloguePageFactory(), user=None, publish=True)


def test_the_example_of_parts_and_tables_is_in_order() -> None:
    import_data({**STOCK, "files": []}, parent=None, user=None)


def test_the_description_tells_of_fields_and_settings() -> None:
    lines = {line.strip() for line in description()}
    assert {"title*: text", "- textarea:", "pattern_hint: text", "extensions: [pdf|jpg|png|heic|xlsx|docx]"} <= lines
