"""The procedures of the demo, one module each."""

from ..language import Procedure
from . import buried_culture, cooperation_money, disclosure, gold_sticker

PROCEDURES: tuple[Procedure, ...] = (
    cooperation_money.PROCEDURE,
    gold_sticker.PROCEDURE,
    disclosure.PROCEDURE,
    buried_culture.PROCEDURE,
)
