"""Why something about the people of a profile was not done; each says so in a sentence."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PeopleRefused(Exception):
    message: str | Promise = _("This cannot be done.")

    def __init__(self) -> None:
        super().__init__(str(self.message))


class ManagerOnly(PeopleRefused):
    message = _("Only a manager of this profile may do this.")


class LastManager(PeopleRefused):
    message = _("Nobody would manage the business any more. Make somebody else a manager first.")


class BusinessOnly(PeopleRefused):
    message = _("Only a business has members.")


class AlreadyMember(PeopleRefused):
    message = _("You are a member of this business already. Somebody else has to accept this invitation.")


class TooManyInvitations(PeopleRefused):
    message = _("So many invitations are open that no more can be sent. Cancel some of them first.")


class LinkOver(PeopleRefused):
    message = _("This link is no longer valid: it was used, cancelled, or has expired. Ask for a new one.")


class OneIndividual(PeopleRefused):
    message = _("This login has the profile of an individual already. Change that one.")


class OwnAgent(PeopleRefused):
    message = _("Nobody can be an agent of their own. The mail has to be opened by the agent.")


class RegistrationRequired(PeopleRefused):
    message = _("An agent who acts for a fee has to enter the registration number.")


class AgencyOver(PeopleRefused):
    message = _("The appointment as an agent has ended, so this is no longer possible.")
