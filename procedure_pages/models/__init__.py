from .catalogue import CataloguePage
from .contact import ContactField, ContactPage
from .home import HomePage
from .information import InformationPage
from .procedure import ProcedurePage
from .terms import TermsPage

__all__ = [
    "CataloguePage",
    "ContactField",
    "ContactPage",
    "HomePage",
    "InformationPage",
    "ProcedurePage",
    "TermsPage",
]
