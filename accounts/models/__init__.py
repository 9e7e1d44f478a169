from .department import Department
from .profile import ApplicantProfile, ProfileMember
from .terms import Consent, TermsVersion
from .user import User

__all__ = ["ApplicantProfile", "Consent", "Department", "ProfileMember", "TermsVersion", "User"]
