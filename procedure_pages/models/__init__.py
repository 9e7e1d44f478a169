from .announcement import AnnouncementIndexPage, AnnouncementPage
from .banner import Banner
from .catalogue import CataloguePage
from .contact import ContactField, ContactPage
from .feedback import FeedbackPage
from .home import HomePage
from .information import InformationPage
from .library import LookupTable, QuestionSet
from .procedure import ProcedurePage
from .related import FollowUpProcedure, RelatedProcedure
from .terms import TermsPage

__all__ = [
    "AnnouncementIndexPage",
    "AnnouncementPage",
    "Banner",
    "CataloguePage",
    "ContactField",
    "ContactPage",
    "FeedbackPage",
    "FollowUpProcedure",
    "HomePage",
    "InformationPage",
    "LookupTable",
    "ProcedurePage",
    "QuestionSet",
    "RelatedProcedure",
    "TermsPage",
]
