from .adapters import FoldedAdapter
from .cases import TestCasesBlock
from .eligibility import EligibilityCheckBlock
from .guidance import RICH_PAGE, RICH_TEXT, GuidanceBlock
from .lookup import LookupGridBlock
from .rules import RULES, RulesBlock
from .steps import QUESTIONS, QuestionsBlock, StepsBlock

__all__ = [
    "QUESTIONS",
    "RICH_PAGE",
    "RICH_TEXT",
    "RULES",
    "EligibilityCheckBlock",
    "FoldedAdapter",
    "GuidanceBlock",
    "LookupGridBlock",
    "QuestionsBlock",
    "RulesBlock",
    "StepsBlock",
    "TestCasesBlock",
]
