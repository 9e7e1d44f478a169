"""The readings of the words of one page, as its author writes them: one word on each line, with its reading in kana."""

import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LINE = re.compile(r"(\S+)[\s　,、]+([ぁ-ゖァ-ヺー]+)")


def readings_in(text: str) -> dict[str, str]:
    """By word. What cannot be read is left out: `check_readings` has said so."""
    return dict(found.groups() for line in _filled(text) if (found := LINE.fullmatch(line)))  # type: ignore[misc]


def check_readings(text: str) -> None:
    """ValidationError names the line that is no word with its reading."""
    for line in _filled(text):
        if not LINE.fullmatch(line):
            raise ValidationError(_("Write a word, a space and its reading in kana: %(line)s") % {"line": line})


def _filled(text: str) -> Iterator[str]:
    return filter(None, map(str.strip, text.splitlines()))
