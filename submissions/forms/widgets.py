"""How each kind of question is asked on a page."""

from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _

from accounts.widgets import AddressPartsWidget

from ..schema import Field
from ..schema.kinds import KINDS
from ..schema.kinds.names import NameKind
from ..schema.kinds.text import TextKind
from .bank_widget import BankWidget
from .file_widget import FileWidget
from .parts_widgets import DateWidget, MonthWidget, NameWidget, PeriodWidget

INPUTMODES = {
    "integer": "numeric",
    "decimal": "decimal",
    "money": "numeric",
    "corporate_number": "numeric",
    "tel": "tel",
    "email": "email",
    "url": "url",
}
WIDTHS = {
    "integer": "s",
    "decimal": "s",
    "money": "m",
    "tel": "m",
    "time": "s",
    "code": "m",
    "corporate_number": "m",
    "email": "l",
}


class RadioSelect(forms.RadioSelect):
    template_name = "theme/widgets/choices.html"


class Checkboxes(forms.CheckboxSelectMultiple):
    template_name = "theme/widgets/choices.html"


def widget_for(field: Field, files: list[dict[str, str]]) -> forms.Widget:
    """The widget of a question; `files` are those attached to it."""
    if KINDS[field.kind].has_files:
        return FileWidget(field, files)
    return WIDGETS.get(field.kind, _line)(field)


def _line(field: Field) -> forms.Widget:
    attrs = {"class": f"width-{WIDTHS.get(field.kind, 'xl')}"}
    attrs |= {"inputmode": INPUTMODES[field.kind]} if field.kind in INPUTMODES else {}
    attrs |= {"autocomplete": field.autocomplete} if field.autocomplete else {}
    return forms.TextInput(attrs)


def _name(field: Field) -> forms.Widget:
    return NameWidget(autocomplete=field.autocomplete, needs_kana=NameKind.needs_kana(field))


def _textarea(field: Field) -> forms.Widget:
    kind = KINDS[field.kind]
    limit = kind.limit(field) if isinstance(kind, TextKind) else 0
    words = {"data-left": _("{count} characters left"), "data-over": _("{count} characters too many")}
    return forms.Textarea({"rows": 6, "data-counter": limit, **words})


def _choices(field: Field) -> list[tuple[str, str]]:
    return [(choice.key, choice.label) for choice in KINDS[field.kind].choices(field)]


def _radio(field: Field) -> forms.Widget:
    return RadioSelect({"class": "choices--boxed"}, choices=_choices(field))


def _checkboxes(field: Field) -> forms.Widget:
    return Checkboxes({"class": "choices--boxed"}, choices=_choices(field))


def _select(field: Field) -> forms.Widget:
    return forms.Select({"class": "width-l"}, choices=[("", _("Choose")), *_choices(field)])


def _search_select(field: Field) -> forms.Widget:
    words = {"data-none": _("Nothing was found"), "data-some": _("{count} found"), "data-hint": _("Type to search")}
    return forms.Select(
        {"class": "width-l", "data-combobox": "", **words}, choices=[("", _("Choose")), *_choices(field)]
    )


def _address(field: Field) -> forms.Widget:
    is_own = field.prefill == "address" or bool(field.autocomplete)
    return AddressPartsWidget(has_postal_code=True, is_own=is_own)


WIDGETS: dict[str, Callable[[Field], forms.Widget]] = {
    "name": _name,
    "textarea": _textarea,
    "radio": _radio,
    "yesno": _radio,
    "delivery": _radio,
    "checkboxes": _checkboxes,
    "select": _select,
    "search_select": _search_select,
    "date": lambda field: DateWidget(autocomplete=field.autocomplete if field.autocomplete == "bday" else ""),
    "month": lambda field: MonthWidget(),
    "period": lambda field: PeriodWidget(),
    "address": _address,
    "bank": BankWidget,
    "declaration": lambda field: forms.CheckboxInput(),
}
