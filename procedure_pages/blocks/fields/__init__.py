"""A block for every kind of question. The names of the option blocks are those that the kinds read."""

from .choices import CheckboxesBlock, DeliveryBlock, RadioBlock, SearchSelectBlock, SelectBlock, YesNoBlock
from .contact import AddressBlock, BankBlock, EmailBlock, NameBlock, TelephoneBlock
from .files import DeclarationBlock, FileBlock, PhotoBlock
from .layout import HeadingBlock, NoteBlock
from .numbers import DateBlock, DecimalBlock, IntegerBlock, MoneyBlock, MonthBlock, PeriodBlock, TimeBlock
from .settings import LAYOUT
from .words import CodeBlock, CorporateNumberBlock, KanaBlock, TextareaBlock, TextBlock, UrlBlock

__all__ = [
    "LAYOUT",
    "AddressBlock",
    "BankBlock",
    "CheckboxesBlock",
    "CodeBlock",
    "CorporateNumberBlock",
    "DateBlock",
    "DecimalBlock",
    "DeclarationBlock",
    "DeliveryBlock",
    "EmailBlock",
    "FileBlock",
    "HeadingBlock",
    "IntegerBlock",
    "KanaBlock",
    "MoneyBlock",
    "MonthBlock",
    "NameBlock",
    "NoteBlock",
    "PeriodBlock",
    "PhotoBlock",
    "RadioBlock",
    "SearchSelectBlock",
    "SelectBlock",
    "TelephoneBlock",
    "TextBlock",
    "TextareaBlock",
    "TimeBlock",
    "UrlBlock",
    "YesNoBlock",
]
