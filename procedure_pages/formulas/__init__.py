"""The small language in which authors write calculations: read here, evaluated by `submissions.schema.expressions`."""

from .errors import FormulaError
from .names import Names
from .resolve import compile_formula

__all__ = ["FormulaError", "Names", "compile_formula"]
