from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from procedure_pages.models import ProcedurePage
from procedure_pages.transfer import IfThere, InvalidFile, import_data
from procedure_pages.transfer.export import procedure_data
from tests.factories.pages import InformationPageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(settings: Any, tmp_path: Path) -> ProcedurePage:
    settings.MEDIA_ROOT = tmp_path
    image = Image.objects.create(title="地図", file=get_test_image_file())
    document = Document.objects.create(title="手引", file=ContentFile(b"%PDF-1.7", name="guide.pdf"))
    image.get_file_hash()
    document.get_file_hash()
    other = InformationPageFactory(slug="privacy")
    links = f'<p><a linktype="document" id="{document.pk}">手引</a><a linktype="page" id="{other.pk}">方針</a></p>'
    guidance = [
        {"type": "image", "id": "i", "value": {"image": image.pk, "decorative": False, "alt_text": "地図"}},
        {"type": "heading", "id": "h", "value": "見出し"},
    ]
    return ProcedurePageFactory(eligibility=links, guidance=guidance)


def test_an_export_carries_files_and_names_pages(page: ProcedurePage) -> None:
    data = procedure_data(page)
    assert data["eligibility"] == (
        '<p><a linktype="document" file="document-1">手引</a><a linktype="page" page="privacy">方針</a></p>'
    )
    assert [(file["name"], file["title"]) for file in data["files"]] == [("document-1", "手引"), ("image-2", "地図")]
    assert data["guidance"][0]["image"] == "image-2"


def test_an_export_without_files_leaves_their_blocks_out(page: ProcedurePage) -> None:
    data = procedure_data(page, with_files=False)
    assert data["eligibility"] == '<p>手引<a linktype="page" page="privacy">方針</a></p>'
    assert (list(data["guidance"][0]), "files" in data) == (["heading", "id"], False)


def test_files_that_are_here_already_are_not_doubled(page: ProcedurePage) -> None:
    copy = import_data(procedure_data(page), parent=page.get_parent(), user=None, if_there=IfThere.COPY).page
    assert copy is not None and copy.eligibility == page.eligibility
    assert (Image.objects.count(), Document.objects.count()) == (1, 1)


def test_files_that_are_new_are_taken_in(page: ProcedurePage) -> None:
    data = procedure_data(page)
    Image.objects.all().delete()
    copy = import_data(data, parent=page.get_parent(), user=None, if_there=IfThere.COPY).page
    assert copy is not None and copy.guidance[0].value.pk == Image.objects.get(title="地図").pk


def test_files_of_a_faulty_import_leave_no_trace(page: ProcedurePage, tmp_path: Path) -> None:
    data = procedure_data(page)
    Image.objects.all().delete()
    before = sorted(tmp_path.rglob("*.*"))
    with pytest.raises(InvalidFile):
        import_data({**data, "slug": "b", "summary": ""}, parent=page.get_parent(), user=None)
    assert (sorted(tmp_path.rglob("*.*")), Image.objects.count()) == (before, 0)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"content": "keine"}, "files[0].content"),
        ({"content": "AAAA", "kind": "image", "filename": "a.png"}, "files[0].content"),
        ({"filename": "a.exe"}, "files[0].content"),
        ({"kind": "film"}, "files[0].kind"),
        ({"title": 1}, "files[0]"),
    ],
)
def test_a_file_that_is_none_is_named(page: ProcedurePage, changes: dict[str, Any], place: str) -> None:
    data = procedure_data(page)
    data["files"][0] |= changes
    with pytest.raises(InvalidFile) as invalid:
        import_data({**data, "slug": "b"}, parent=page.get_parent(), user=None)
    assert place in [fault.place for fault in invalid.value.faults]
