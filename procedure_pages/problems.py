"""What is not in order about a procedure, and where its author can mend it."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Severity(models.TextChoices):
    """An error stands in the way of publishing; a warning only wants to be read."""

    ERROR = "error", _("Must be mended before publishing")
    WARNING = "warning", _("Please check")


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the page; in a stream, a block of it by its id, and if need be one of the settings of that block."""

    field: str
    block_id: str = ""
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """`message` says what to do about it, in one or two sentences."""

    place: Place
    message: Words
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        return self.severity == Severity.ERROR


def warning(place: Place, message: Words) -> Problem:
    return Problem(place, message, Severity.WARNING)
