from .guidance import RICH_PAGE, RICH_TEXT, GuidanceBlock
from .rules import RULES, RulesBlock
from .steps import QUESTIONS, StepBlock

__all__ = ["QUESTIONS", "RULES", "RICH_PAGE", "RICH_TEXT", "GuidanceBlock", "RulesBlock", "StepBlock"]
