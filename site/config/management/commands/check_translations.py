import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import BaseCommand, CommandError

APPS = ("accounts", "procedure_pages", "submissions", "theme", "site/config")
NOT_SOURCES = shutil.ignore_patterns("locale", "static", "fonts", "__pycache__", "migrations")
COLLECT = ["-P", "-m", "django", "makemessages", "-l", "ja", "--no-location", "-e", "html,txt,py", "-v", "0"]
"""-P: the app's own modules must not stand in for Python's."""

Key = tuple[str | None, str]


class Command(BaseCommand):
    help = "Fail if a source string has no Japanese, a translation is doubtful, or a catalogue is not compiled."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        if shutil.which("xgettext") is None:
            raise CommandError("GNU gettext is missing: install the package 'gettext'.")
        faults = [fault for app in APPS for fault in untranslated(settings.ROOT_DIR / app)]
        for file in sorted(catalogues(settings.ROOT_DIR)):
            faults += faults_of(file)
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("Every string has its Japanese.")


def catalogues(root: Path) -> list[Path]:
    """The apps' own, and ours over Wagtail's in ``locale/``."""
    return [file for folder in (*APPS, ".") for file in (root / folder).glob("locale/ja/LC_MESSAGES/*.po")]


def untranslated(app: Path) -> list[str]:
    """Strings of the sources that the app's catalogue has no Japanese for, in words."""
    entries = polib.pofile(str(app / "locale/ja/LC_MESSAGES/django.po"))
    missing = strings_in(app) - {key_of(entry) for entry in entries if is_translated(entry)}
    return [f"{app.name}: no Japanese for {msgid!r}" for _context, msgid in sorted(missing, key=str)]


def faults_of(file: Path) -> list[str]:
    """What is wrong with a catalogue itself, in words."""
    entries = [entry for entry in polib.pofile(str(file)) if not entry.obsolete]
    name = file.relative_to(settings.ROOT_DIR)
    faults = [f"{name}: doubtful or empty: {entry.msgid!r}" for entry in entries if not is_translated(entry)]
    compiled = file.with_suffix(".mo")
    written = {key_of(entry): text_of(entry) for entry in entries if is_translated(entry)}
    if not compiled.exists() or written != {key_of(entry): text_of(entry) for entry in polib.mofile(str(compiled))}:
        faults.append(f"{name}: its .mo file says something else; run 'make messages'")
    return faults


def strings_in(app: Path) -> set[Key]:
    """Every string that the sources mark for translation."""
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "app"
        shutil.copytree(app, copy, ignore=NOT_SOURCES)
        (copy / "locale").mkdir()
        done = subprocess.run([sys.executable, *COLLECT], cwd=copy, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise CommandError(f"{app.name}: its strings cannot be collected.\n{done.stderr}")
        found = copy / "locale/ja/LC_MESSAGES/django.po"
        return {key_of(entry) for entry in polib.pofile(str(found))} if found.exists() else set()


def key_of(entry: polib.POEntry | polib.MOEntry) -> Key:
    return entry.msgctxt, entry.msgid


def text_of(entry: polib.POEntry | polib.MOEntry) -> str:
    return entry.msgstr or "".join(entry.msgstr_plural.values())


def is_translated(entry: polib.POEntry) -> bool:
    return bool(text_of(entry)) and not entry.fuzzy
