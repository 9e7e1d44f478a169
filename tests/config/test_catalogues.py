import shutil
from pathlib import Path
from typing import Any

import polib
import pytest

from config.catalogues import EASY, renewed
from config.management.commands.check_translations import contradictions, faults_of, forgotten, untranslated

pytestmark = pytest.mark.skipif(shutil.which("xgettext") is None, reason="GNU gettext is missing: package 'gettext'.")

SOURCE = "from django.utils.translation import gettext as _\n\n_('Hello')\n_('Good bye')\n"


@pytest.fixture
def catalogue(tmp_path: Path, settings: Any) -> polib.POFile:
    """An app of two strings; its catalogue translates one and is compiled."""
    settings.ROOT_DIR = tmp_path
    app = tmp_path / "app"
    folder = app / "locale/ja/LC_MESSAGES"
    folder.mkdir(parents=True)
    (app / "types.py").write_text(SOURCE)
    po = polib.POFile(str(folder / "django.po"))
    po.fpath = str(folder / "django.po")
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    po.append(polib.POEntry(msgid="Hello", msgstr="こんにちは"))
    po.save()
    po.save_as_mofile(str(folder / "django.mo"))
    return po


def test_untranslated_names_the_strings_without_japanese(catalogue: polib.POFile, tmp_path: Path) -> None:
    assert untranslated(tmp_path / "app") == ["app: no Japanese for 'Good bye'"]


def test_catalogue_in_order_has_no_faults(catalogue: polib.POFile) -> None:
    assert faults_of(Path(catalogue.fpath)) == []


def test_catalogue_with_a_doubtful_translation_is_named(catalogue: polib.POFile, tmp_path: Path) -> None:
    catalogue[0].flags.append("fuzzy")
    catalogue.save()
    assert faults_of(Path(catalogue.fpath))[0] == "app/locale/ja/LC_MESSAGES/django.po: doubtful or empty: 'Hello'"
    assert "app: no Japanese for 'Hello'" in untranslated(tmp_path / "app")


def test_catalogue_that_is_newer_than_its_compiled_file_is_named(catalogue: polib.POFile) -> None:
    catalogue[0].msgstr = "やあ"
    catalogue.save()
    sentence = "app/locale/ja/LC_MESSAGES/django.po: its .mo file says something else; run 'make messages'"
    assert faults_of(Path(catalogue.fpath)) == [sentence]


def test_two_apps_that_translate_differently_are_named(tmp_path: Path) -> None:
    for app, text in (("accounts", "氏名"), ("theme", "名前"), ("submissions", "氏名")):
        folder = tmp_path / app / "locale/ja/LC_MESSAGES"
        folder.mkdir(parents=True)
        po = polib.POFile()
        po.extend([polib.POEntry(msgid="Name", msgstr=text), polib.POEntry(msgid="Name", msgctxt=app, msgstr=text)])
        po.save(str(folder / "django.po"))
    assert contradictions(tmp_path) == [
        "'Name' has different Japanese: accounts: 氏名、submissions: 氏名、theme: 名前. "
        "Settle on one, or give one a context."
    ]


def test_easy_japanese_for_what_nobody_says_any_more_is_named(catalogue: polib.POFile, tmp_path: Path) -> None:
    (tmp_path / EASY).mkdir(parents=True)
    easy = polib.POFile()
    easy.append(polib.POEntry(msgid="Farewell", msgstr="さようなら"))
    easy.save(str(tmp_path / EASY / "django.po"))
    assert forgotten(tmp_path) == [f"{EASY}: no app says 'Farewell' any more"]


def test_renewed_catalogue_keeps_the_japanese_and_guesses_none(catalogue: polib.POFile, tmp_path: Path) -> None:
    fresh = renewed(tmp_path / "app")
    assert [(entry.msgid, entry.msgstr) for entry in fresh] == [("Good bye", ""), ("Hello", "こんにちは")]


def test_renewed_catalogue_drops_what_no_source_says(catalogue: polib.POFile, tmp_path: Path) -> None:
    (tmp_path / "app/types.py").write_text("")
    assert list(renewed(tmp_path / "app")) == []
