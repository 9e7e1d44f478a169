"""The registry of field kinds: the one place that knows which kinds there are."""

from ..types import Field
from .address import AddressKind
from .bank import BankKind
from .base import JSON, Cell, Column, Kind
from .calculated import CalculatedKind
from .choices import CheckboxesKind, DeclarationKind, DeliveryKind, RadioKind, SearchSelectKind, SelectKind, YesNoKind
from .codes import CorporateNumberKind, UrlKind
from .dates import DateKind, MonthKind, TimeKind
from .files import FileKind, PhotoKind
from .layout import GroupKind, HeadingKind, NoteKind
from .names import NameKind
from .numbers import DecimalKind, IntegerKind, MoneyKind
from .periods import PeriodKind
from .tables import TableKind
from .text import CodeKind, EmailKind, KanaKind, TelephoneKind, TextareaKind, TextKind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        NameKind(),
        TextKind(),
        KanaKind(),
        TextareaKind(),
        CodeKind(),
        CorporateNumberKind(),
        UrlKind(),
        IntegerKind(),
        DecimalKind(),
        MoneyKind(),
        DateKind(),
        MonthKind(),
        PeriodKind(),
        TimeKind(),
        YesNoKind(),
        RadioKind(),
        CheckboxesKind(),
        SelectKind(),
        SearchSelectKind(),
        AddressKind(),
        TelephoneKind(),
        EmailKind(),
        BankKind(),
        DeliveryKind(),
        FileKind(),
        PhotoKind(),
        DeclarationKind(),
        NoteKind(),
        HeadingKind(),
        CalculatedKind(),
        GroupKind(),
        TableKind(),
    )
}


def file_kind(field: Field) -> FileKind:
    """The kind of a question that takes files."""
    kind = KINDS[field.kind]
    assert isinstance(kind, FileKind)
    return kind


__all__ = ["JSON", "KINDS", "Cell", "Column", "FileKind", "GroupKind", "Kind", "TableKind", "file_kind"]
