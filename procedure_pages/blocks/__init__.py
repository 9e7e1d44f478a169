from .guidance import RICH_PAGE, RICH_TEXT, GuidanceBlock
from .steps import QUESTIONS, StepBlock

__all__ = ["QUESTIONS", "RICH_PAGE", "RICH_TEXT", "GuidanceBlock", "StepBlock"]
