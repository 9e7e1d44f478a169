from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale

from procedure_pages.models import CataloguePage, HomePage, ProcedurePage
from tests.factories.pages import ProcedurePageFactory

pytestmark = pytest.mark.django_db


def exported(page: ProcedurePage, file: Path) -> Path:
    call_command("export_procedure", page.slug, format=file.suffix[1:], output=file)
    return file


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_a_procedure_goes_out_and_in(tmp_path: Path, name: str) -> None:
    file = exported(ProcedurePageFactory(slug="first"), tmp_path / name)
    call_command("import_procedure", file, if_there="copy", stdout=StringIO())
    assert set(ProcedurePage.objects.values_list("slug", "live")) == {("first", True), ("first-2", False)}


def test_checking_keeps_nothing(tmp_path: Path) -> None:
    file = exported(ProcedurePageFactory(), tmp_path / "a.yaml")
    out = StringIO()
    call_command("import_procedure", file, if_there="copy", check=True, stdout=out)
    assert ("問題はありません。" in out.getvalue(), ProcedurePage.objects.count()) == (True, 1)


@pytest.mark.parametrize("options", [{}, {"parent": "procedures"}])
def test_with_pages_in_english_the_catalogue_of_the_sites_language_is_meant(
    tmp_path: Path, options: dict[str, str]
) -> None:
    page = ProcedurePageFactory(slug="first")
    english = Locale.objects.create(language_code="en")
    HomePage.objects.get().copy_for_translation(english)
    CataloguePage.objects.get().copy_for_translation(english)
    call_command("import_procedure", exported(page, tmp_path / "a.yaml"), if_there="copy", stdout=StringIO(), **options)
    assert ProcedurePage.objects.get(slug="first-2").locale == page.locale


def test_a_faulty_file_undoes_those_before_it(tmp_path: Path) -> None:
    good = exported(ProcedurePageFactory(), tmp_path / "good.yaml")
    bad = tmp_path / "bad.yaml"
    bad.write_text("format: 1\ntitle: 手続\n", encoding="utf-8")
    with pytest.raises(
        CommandError, match="bad.yaml：何も取り込みませんでした。\n(.*\n)*summary: この項目は必須です。"
    ):
        call_command("import_procedure", good, bad, if_there="copy", stdout=StringIO())
    assert ProcedurePage.objects.count() == 1


def test_a_page_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="nowhere"):
        call_command("export_procedure", "nowhere")
