"""The registry of field kinds: the one place that knows which kinds there are."""

from .address import AddressKind
from .base import JSON, Kind
from .calculated import CalculatedKind
from .choices import CheckboxesKind, DeclarationKind, RadioKind, SelectKind
from .dates import DateKind, TimeKind
from .files import FileKind
from .layout import GroupKind, HeadingKind, NoteKind
from .numbers import IntegerKind, MoneyKind
from .text import CodeKind, EmailKind, KanaKind, TelephoneKind, TextareaKind, TextKind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        TextKind(),
        KanaKind(),
        TextareaKind(),
        CodeKind(),
        IntegerKind(),
        MoneyKind(),
        DateKind(),
        TimeKind(),
        RadioKind(),
        CheckboxesKind(),
        SelectKind(),
        AddressKind(),
        TelephoneKind(),
        EmailKind(),
        FileKind(),
        DeclarationKind(),
        NoteKind(),
        HeadingKind(),
        CalculatedKind(),
        GroupKind(),
    )
}

__all__ = ["JSON", "KINDS", "FileKind", "GroupKind", "Kind"]
