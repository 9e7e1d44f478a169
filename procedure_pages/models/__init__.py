from .catalogue import CataloguePage
from .contact import ContactField, ContactPage
from .home import HomePage
from .information import InformationPage
from .library import LookupTable, QuestionSet
from .procedure import ProcedurePage
from .terms import TermsPage

__all__ = [
    "CataloguePage",
    "ContactField",
    "ContactPage",
    "HomePage",
    "InformationPage",
    "LookupTable",
    "ProcedurePage",
    "QuestionSet",
    "TermsPage",
]
