"""Translations: the apps' catalogues, and ours over Wagtail's in ``locale/``. Sorted, so that diffs stay small."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

APPS = ("accounts", "procedure_pages", "submissions", "theme", "site/config")
FOLDER = "locale/ja/LC_MESSAGES"
EASY = "locale/ja_X-easy/LC_MESSAGES"
"""What is said differently to readers of easy Japanese (`theme.reading`)."""
METADATA = {
    "Language": "ja",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
NOT_SOURCES = shutil.ignore_patterns("locale", "static", "fonts", "__pycache__", "migrations")
COLLECT = ["-P", "-m", "django", "makemessages", "-l", "ja", "--no-location", "-e", "html,txt,py", "-v", "0"]
"""-P: the app's own modules must not stand in for Python's."""

Key = tuple[str | None, str]


class CannotCollect(Exception):
    """The sources of an app have a string that gettext cannot read, or gettext is missing."""


def catalogues(root: Path) -> list[Path]:
    files = (file for folder in (*APPS, ".") for file in (root / folder / FOLDER).glob("*.po"))
    return sorted((*files, *(root / EASY).glob("*.po")))


def strings_in(app: Path) -> list[polib.POEntry]:
    """Every string that the sources of `app` mark for translation, untranslated."""
    if shutil.which("xgettext") is None:
        raise CannotCollect("GNU gettext is missing: install the package 'gettext'.")
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "app"
        shutil.copytree(app, copy, ignore=NOT_SOURCES)
        (copy / "locale").mkdir()
        done = subprocess.run([sys.executable, *COLLECT], cwd=copy, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise CannotCollect(f"{app.name}: its strings cannot be collected.\n{done.stderr}")
        found = copy / FOLDER / "django.po"
        return list(polib.pofile(str(found))) if found.exists() else []


def renewed(app: Path) -> polib.POFile:
    """The catalogue of `app` with exactly the strings of its sources, their Japanese kept. Nothing is guessed."""
    file = app / FOLDER / "django.po"
    known = {key_of(entry): entry for entry in polib.pofile(str(file))} if file.exists() else {}
    catalogue = polib.POFile(wrapwidth=78)
    catalogue.metadata = dict(METADATA)
    for entry in sorted(strings_in(app), key=lambda entry: (entry.msgid, entry.msgctxt or "")):
        old = known.get(key_of(entry))
        if old is not None and is_translated(old):
            entry.msgstr, entry.msgstr_plural = old.msgstr, old.msgstr_plural
        catalogue.append(entry)
    return catalogue


def compile_catalogue(file: Path) -> None:
    polib.pofile(str(file)).save_as_mofile(str(file.with_suffix(".mo")))


def key_of(entry: polib.POEntry | polib.MOEntry) -> Key:
    return entry.msgctxt, entry.msgid


def text_of(entry: polib.POEntry | polib.MOEntry) -> str:
    return entry.msgstr or "".join(entry.msgstr_plural.values())


def is_translated(entry: polib.POEntry) -> bool:
    return bool(text_of(entry)) and not entry.fuzzy
