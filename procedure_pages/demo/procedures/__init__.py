"""The procedures of the demo, one module each."""

from ..language import Procedure
from . import cooperation_money

PROCEDURES: tuple[Procedure, ...] = (cooperation_money.PROCEDURE,)
