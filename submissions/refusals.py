"""Why an action was not done. The screens and the API show the sentence; `code` is for programs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An action refused. `errors` holds sentences by path where single answers are the reason."""

    code = "refused"
    message: str | Promise = _("This cannot be done.")

    def __init__(self, message: str | Promise | None = None, *, errors: dict[str, list[str]] | None = None) -> None:
        if message is not None:
            self.message = message
        self.errors = errors or {}
        super().__init__(str(self.message))


class WrongState(Refused):
    code = "wrong_state"
    message = _("The case has moved on in the meantime, so this is no longer possible. Reload to see its state.")


class NotAllowed(Refused):
    code = "not_allowed"
    message = _("You are not allowed to do this.")


class CommentRequired(Refused):
    code = "comment_required"
    message = _("Write the reason. The applicant will read it.")


class Incomplete(Refused):
    code = "incomplete"
    message = _("Some answers are missing or need to be mended.")


class TooMuch(Refused):
    code = "too_much"
    message = _("This is more than the form can hold, so it was not saved. Shorten your answers or remove entries.")


class NotOpen(Refused):
    code = "not_open"
    message = _("This procedure does not take applications at the moment.")


class QuotaReached(NotOpen):
    code = "quota_reached"
    message = _("As many applications have arrived as can be taken. No more can be sent at the moment.")


class VersionClosed(Refused):
    code = "version_closed"
    message = _("The form of this draft is closed. Move to the new form, then send it.")


class WrongApplicantKind(Refused):
    code = "wrong_applicant_kind"
    message = _("This procedure is not for this kind of applicant.")


class DeliveryRequired(Refused):
    code = "delivery_required"
    message = _("Choose how you want to receive the notice.")


class OpenCorrection(Refused):
    code = "open_correction"
    message = _("A correction is open. Wait for it, or end it, before you decide.")


class OwnDraft(Refused):
    code = "own_draft"
    message = _("You drafted this decision, so somebody else must approve it.")


class BadFile(Refused):
    code = "bad_file"
    message = _("This file cannot be used.")


class ConsentRequired(Refused):
    code = "consent_required"
    message = _("The terms of use have changed. Read them and agree before you go on.")
