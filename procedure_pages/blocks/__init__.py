from .guidance import RICH_PAGE, RICH_TEXT, GuidanceBlock
from .lookup import LookupGridBlock
from .steps import QUESTIONS, QuestionsBlock, StepBlock

__all__ = ["QUESTIONS", "RICH_PAGE", "RICH_TEXT", "GuidanceBlock", "LookupGridBlock", "QuestionsBlock", "StepBlock"]
