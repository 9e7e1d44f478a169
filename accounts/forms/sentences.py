"""The sentences that ask for what is missing."""

from django.utils.functional import lazy
from django.utils.translation import gettext as _


def _ask_for(label: object, is_choice: bool) -> str:
    sentence = _("Choose “%(label)s”.") if is_choice else _("Enter “%(label)s”.")
    return sentence % {"label": label}


_lazily = lazy(_ask_for, str)


def ask_for(label: object, *, is_choice: bool = False) -> str:
    """“Enter ‘Full name’.”, in the language of the reader."""
    return _lazily(label, is_choice)
