from .adapters import FoldedAdapter
from .guidance import RICH_PAGE, RICH_TEXT, GuidanceBlock
from .steps import QUESTIONS, StepsBlock

__all__ = ["QUESTIONS", "RICH_PAGE", "RICH_TEXT", "FoldedAdapter", "GuidanceBlock", "StepsBlock"]
