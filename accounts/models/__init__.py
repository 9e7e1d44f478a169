from .agency import Appointment
from .department import Department
from .membership import Invitation, ProfileEvent
from .profile import ApplicantProfile, ProfileMember
from .security import AccountEvent, KnownDevice
from .terms import Consent, TermsVersion
from .user import User

__all__ = [
    "AccountEvent",
    "ApplicantProfile",
    "Appointment",
    "Consent",
    "Department",
    "Invitation",
    "KnownDevice",
    "ProfileEvent",
    "ProfileMember",
    "TermsVersion",
    "User",
]
