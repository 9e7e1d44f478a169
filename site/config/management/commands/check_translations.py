import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import BaseCommand, CommandError

CATALOGUES = ("accounts", "procedure_pages", "submissions", "theme", "site/config")
NOT_SOURCES = shutil.ignore_patterns("locale", "static", "fonts", "__pycache__", "node_modules")
COLLECT = ["makemessages", "-l", "ja", "--no-location", "-e", "html,txt,py", "-v", "0"]

Key = tuple[str | None, str]


class Command(BaseCommand):
    help = "Fail if a source string has no Japanese, a translation is doubtful, or a catalogue is not compiled."

    def handle(self, *args: Any, **options: Any) -> None:
        if shutil.which("xgettext") is None:
            raise CommandError("GNU gettext is missing: install the package 'gettext'.")
        faults = [fault for app in CATALOGUES for fault in faults_of(settings.ROOT_DIR / app)]
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("Every string has its Japanese.")


def faults_of(app: Path) -> list[str]:
    """What is wrong with the catalogue of one app, in words."""
    folder = app / "locale/ja/LC_MESSAGES"
    entries = [entry for entry in polib.pofile(str(folder / "django.po")) if not entry.obsolete]
    written = {key_of(entry) for entry in entries if is_translated(entry)}
    faults = [f"{app.name}: no Japanese for {msgid!r}" for _context, msgid in sorted_keys(strings_in(app) - written)]
    compiled = {key_of(entry): text_of(entry) for entry in polib.mofile(str(folder / "django.mo"))}
    if compiled != {key_of(entry): text_of(entry) for entry in entries if is_translated(entry)}:
        faults.append(f"{app.name}: django.mo is older than django.po; run 'make messages'")
    return faults


def strings_in(app: Path) -> set[Key]:
    """Every string that the sources mark for translation."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "app"
        shutil.copytree(app, copy, ignore=NOT_SOURCES)
        (copy / "locale").mkdir()
        subprocess.run([sys.executable, "-m", "django", *COLLECT], cwd=copy, check=True)
        return {key_of(entry) for entry in polib.pofile(str(copy / "locale/ja/LC_MESSAGES/django.po"))}


def key_of(entry: polib.POEntry | polib.MOEntry) -> Key:
    return entry.msgctxt, entry.msgid


def text_of(entry: polib.POEntry | polib.MOEntry) -> str:
    return entry.msgstr or "".join(entry.msgstr_plural.values())


def is_translated(entry: polib.POEntry) -> bool:
    return bool(text_of(entry)) and not entry.fuzzy


def sorted_keys(keys: set[Key]) -> list[Key]:
    return sorted(keys, key=lambda key: (key[0] or "", key[1]))
