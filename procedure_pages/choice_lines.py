"""A long list of answers as an author writes it: one on each line, with or without its name for CSV and API.

    osaka, 大阪市
    sakai, 堺市

The key of an answer is its name, else it comes from its words: so an answer without a name that gets other words is
another answer.
"""

import hashlib
import re
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.japanese.normalise import one_line
from submissions.schema import Choice

NAMED = re.compile(r"([a-z0-9][a-z0-9_]{0,39})\s*[,、，]\s*(.+)")
LINES_AT_MOST = 2000
LABEL_AT_MOST = 200


def choices_in(lines: str) -> tuple[Choice, ...]:
    return tuple(_choice(line) for line in _filled(lines))


def check_lines(lines: str) -> None:
    """ValidationError names the line that cannot stand: too many, too long, or twice."""
    choices = choices_in(lines)
    if not 2 <= len(choices) <= LINES_AT_MOST:
        raise ValidationError(_("Write 2 to %(most)d answers, one on each line.") % {"most": LINES_AT_MOST})
    seen: set[str] = set()
    for choice in choices:
        if len(choice.label) > LABEL_AT_MOST:
            raise ValidationError(_("This answer is too long: %(label)s…") % {"label": choice.label[:40]})
        if seen & {choice.key, choice.label}:
            raise ValidationError(_("This answer, or its name, stands twice: %(label)s") % {"label": choice.label})
        seen |= {choice.key, choice.label}


def _filled(lines: str) -> Iterator[str]:
    return (text for line in lines.splitlines() if (text := one_line(line.replace("\t", ",", 1))))


def _choice(line: str) -> Choice:
    named = NAMED.fullmatch(line)
    if named:
        return Choice(key=named[1], label=named[2].strip(), alias=named[1])
    return Choice(key=hashlib.sha256(line.encode()).hexdigest()[:16], label=line)
