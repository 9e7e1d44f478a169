from .guidance import RICH_PAGE, RICH_TEXT, GuidanceBlock
from .lookup import LookupGridBlock
from .rules import RULES, RulesBlock
from .steps import QUESTIONS, QuestionsBlock, StepBlock

__all__ = [
    "QUESTIONS",
    "RICH_PAGE",
    "RICH_TEXT",
    "RULES",
    "GuidanceBlock",
    "LookupGridBlock",
    "QuestionsBlock",
    "RulesBlock",
    "StepBlock",
]
