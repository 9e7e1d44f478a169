from django.db import models
from django.utils.translation import gettext_lazy as _


class ProfileKind(models.TextChoices):
    INDIVIDUAL = "individual", _("Individual")  # 個人
    BUSINESS = "business", _("Business")  # 事業者


class Sex(models.TextChoices):
    MALE = "male", _("Male")
    FEMALE = "female", _("Female")
    OTHER = "other", _("Other")
    UNSAID = "unsaid", _("Prefer not to say")


class MemberRole(models.TextChoices):
    MANAGER = "manager", _("Manager")
    CLERK = "clerk", _("Clerk")
    READER = "reader", _("Read only")

    @property
    def explanation(self) -> str:
        """What the role may do, for those who give it and those who get it."""
        return str(ROLE_EXPLANATIONS[self])


ROLE_EXPLANATIONS = {
    MemberRole.MANAGER: _("Applies, and decides who belongs to the business and who is its agent."),
    MemberRole.CLERK: _("Applies, corrects, withdraws and reads everything."),
    MemberRole.READER: _("Reads everything, sends nothing."),
}
WRITING_ROLES = (MemberRole.MANAGER, MemberRole.CLERK)


class ProfileDeed(models.TextChoices):
    """What is kept of who belongs to a profile and who acts for it."""

    INVITED = "invited", _("Invited a member")
    INVITATION_CANCELLED = "invitation_cancelled", _("Cancelled an invitation")
    JOINED = "joined", _("Joined")
    ROLE_CHANGED = "role_changed", _("Changed the role of a member")
    REMOVED = "removed", _("Removed a member")
    LEFT = "left", _("Left")
    HANDED_OVER = "handed_over", _("Handed over the management")
    APPOINTED = "appointed", _("Appointed an agent")
    APPOINTMENT_ACCEPTED = "appointment_accepted", _("Accepted the appointment")
    APPOINTMENT_ENDED = "appointment_ended", _("Ended the appointment of an agent")


class AgentPower(models.TextChoices):
    """What an agent may do in the principal's name. Reading the cases of the appointment goes with each of them."""

    APPLY = "apply", _("Begin, send and withdraw applications")
    CORRECT = "correct", _("Send corrections")
    NOTICES = "notices", _("Read the notices")


class AccountEventKind(models.TextChoices):
    """What is kept of the life of a login."""

    NEW_DEVICE = "new_device", _("Logged in from a new device")
    PASSWORD_CHANGED = "password_changed", _("Changed the password")
    EMAIL_CHANGED = "email_changed", _("Changed the e-mail address")
    EMAIL_RESTORED = "email_restored", _("Stopped the change of the e-mail address")
    FACTOR_ADDED = "factor_added", _("Set up two-step authentication")
    FACTOR_REMOVED = "factor_removed", _("Took away a way of two-step authentication")
    RECOVERY_CODES_MADE = "recovery_codes_made", _("Made new recovery codes")
    SESSIONS_ENDED = "sessions_ended", _("Ended other log-ins")
    DATA_TAKEN = "data_taken", _("Downloaded own data")
    WARNED = "warned", _("Warned: not used for a long time")
    CLOSED = "closed", _("Closed the account")
