"""Conditions and calculations as plain JSON, evaluated alike here and in the browser (``expressions.js``).

An expression is a literal (text, whole number, true, false, null) or a list: an operation and its arguments, such as
``["all", ["=", ["get", KEY], "x"], [">", ["sum", GROUP, ["get", COLUMN]], 0]]``. Numbers are exact fractions, dates ISO
texts. What is empty stays empty: arithmetic with it gives null, a comparison with it is false.
"""

from .evaluator import Scope, evaluate
from .tables import Table
from .values import Operand, is_empty, number_text, operand
from .wellformed import faults_of, keys_in, tables_named

__all__ = [
    "Operand",
    "Scope",
    "Table",
    "evaluate",
    "faults_of",
    "is_empty",
    "keys_in",
    "number_text",
    "operand",
    "tables_named",
]
