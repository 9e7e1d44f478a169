from .agency import Appointment
from .department import Department
from .membership import Invitation, ProfileEvent
from .profile import ApplicantProfile, ProfileMember
from .terms import Consent, TermsVersion
from .user import User

__all__ = [
    "ApplicantProfile",
    "Appointment",
    "Consent",
    "Department",
    "Invitation",
    "ProfileEvent",
    "ProfileMember",
    "TermsVersion",
    "User",
]
