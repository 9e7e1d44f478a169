from collections import defaultdict
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management import BaseCommand, CommandError

from ...catalogues import APPS, EASY, FOLDER, CannotCollect, Key, catalogues, is_translated, key_of, strings_in, text_of


class Command(BaseCommand):
    help = "Fail if a string has no Japanese, a doubtful one, or two that differ, or if a catalogue is not compiled."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            faults = [fault for app in APPS for fault in untranslated(settings.ROOT_DIR / app)]
        except CannotCollect as error:
            raise CommandError(str(error)) from None
        for file in catalogues(settings.ROOT_DIR):
            faults += faults_of(file)
        faults += contradictions(settings.ROOT_DIR)
        faults += forgotten(settings.ROOT_DIR)
        if faults:
            raise CommandError("\n".join(faults))
        self.stdout.write("Every string has its Japanese.")


def untranslated(app: Path) -> list[str]:
    """Strings of the sources that the app's catalogue has no Japanese for, in words."""
    translated = {key_of(entry) for entry in polib.pofile(str(app / FOLDER / "django.po")) if is_translated(entry)}
    missing = {key_of(entry) for entry in strings_in(app)} - translated
    return [f"{app.name}: no Japanese for {msgid!r}" for _context, msgid in sorted(missing, key=str)]


def contradictions(root: Path) -> list[str]:
    """Strings with different Japanese in two apps: Django merges the catalogues, so both would show one of the two."""
    said: defaultdict[Key, dict[str, str]] = defaultdict(dict)
    for app in APPS:
        file = root / app / FOLDER / "django.po"
        for entry in polib.pofile(str(file)) if file.exists() else ():
            if is_translated(entry) and not entry.obsolete:
                said[key_of(entry)][app] = text_of(entry)
    return [
        f"{msgid!r} has different Japanese: {'、'.join(f'{app}: {text}' for app, text in texts.items())}. "
        "Settle on one, or give one a context."
        for (_context, msgid), texts in sorted(said.items(), key=str)
        if len(set(texts.values())) > 1
    ]


def forgotten(root: Path) -> list[str]:
    """Easy Japanese for strings that no app has any more."""
    files = [file for app in APPS if (file := root / app / FOLDER / "django.po").exists()]
    known = {key_of(entry) for file in files for entry in polib.pofile(str(file))}
    easy = root / EASY / "django.po"
    said = polib.pofile(str(easy)) if easy.exists() else ()
    return [f"{EASY}: no app says {entry.msgid!r} any more" for entry in said if key_of(entry) not in known]


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
