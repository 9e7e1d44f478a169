"""The words of a case. Groups of states are named here and nowhere else."""

from enum import nonmember

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProcedureKind(models.TextChoices):
    """What the law makes of a filing: only an application and a request end in a decision."""

    APPLICATION = "application", _("Application")  # 申請
    NOTIFICATION = "notification", _("Notification")  # 届出
    REQUEST = "request", _("Request")  # 請求


class State(models.TextChoices):
    DRAFT = "draft", _("Draft")  # 下書き
    ARRIVED = "arrived", _("Waiting to be taken up")  # 受付待ち
    IN_REVIEW = "in_review", _("Under review")  # 審査中
    CORRECTION_REQUESTED = "correction_requested", _("Correction requested")  # 補正依頼中
    AWAITING_DECISION = "awaiting_decision", _("Awaiting approval")  # 決裁中
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    ACCEPTED = "accepted", _("Accepted")  # 受理
    RETURNED = "returned", _("Returned")  # 返戻
    WITHDRAWN = "withdrawn", _("Withdrawn")  # 取下げ

    editable = nonmember(("draft", "correction_requested"))
    """The applicant may type."""
    with_office = nonmember(("arrived", "in_review", "awaiting_decision"))
    """The clock of the standard processing period runs."""
    open = nonmember(("arrived", "in_review", "correction_requested", "awaiting_decision"))
    unfinished = nonmember(("draft", "arrived", "in_review", "correction_requested", "awaiting_decision"))
    """What a new version of the form may touch."""
    decided = nonmember(("granted", "refused", "accepted"))
    followed = nonmember(("granted", "accepted"))
    """Ended well, so that other procedures may follow."""
    final = nonmember(("granted", "refused", "accepted", "returned", "withdrawn"))
    given_back = nonmember(("returned", "withdrawn"))
    filed = nonmember(
        (
            "arrived",
            "in_review",
            "correction_requested",
            "awaiting_decision",
            "granted",
            "refused",
            "accepted",
            "returned",
            "withdrawn",
        )
    )

    @property
    def label_for_applicant(self) -> str:
        """What the applicant reads: internal approval is part of the review."""
        return str(State.IN_REVIEW.label if self is State.AWAITING_DECISION else self.label)


class Actor(models.TextChoices):
    APPLICANT = "applicant", _("Applicant")
    REVIEWER = "reviewer", _("Reviewer")  # 審査
    APPROVER = "approver", _("Approver")  # 決裁
    SYSTEM = "system", _("The system")


class Side(models.TextChoices):
    """Between whom messages about a case go."""

    APPLICANT = "applicant", _("Applicant")
    OFFICE = "office", _("Office")


class Happening(models.TextChoices):
    """What is recorded of a case beside its transitions, and both sides may read."""

    MESSAGE_FROM_APPLICANT = "message_from_applicant", _("Message from the applicant")
    MESSAGE_FROM_OFFICE = "message_from_office", _("Message from the office")
    DELIVERY_CHOSEN = "delivery_chosen", _("The applicant chose how the notice is to come")
    FILE_INFECTED = "file_infected", _("A harmful file was found")


class GrantRole(models.TextChoices):
    """What a group may do with the cases of a department or a procedure."""

    VIEW = "view", _("See cases")
    REVIEW = "review", _("Review cases")
    DECIDE = "decide", _("Approve decisions")


class Outcome(models.TextChoices):
    GRANTED = "granted", _("Granted")
    REFUSED = "refused", _("Refused")
    ACCEPTED = "accepted", _("Accepted")


class Delivery(models.TextChoices):
    ELECTRONIC = "electronic", _("Online")
    PAPER = "paper", pgettext_lazy("delivery of a notice", "On paper by post")


class ScanState(models.TextChoices):
    """The life of an uploaded file: see `submissions.quarantine`."""

    UPLOADED = "uploaded", _("Waiting for the virus check")
    SCANNING = "scanning", _("Being checked for viruses")
    CLEAN = "clean", _("Checked for viruses")
    INFECTED = "infected", _("Harmful: locked away")
    FAILED = "failed", _("Could not be checked for viruses yet; it is tried again")
    UNSCANNED = "unscanned", _("Not checked for viruses: this site has no scanner")

    judged = nonmember(("clean", "infected"))
    """The scanner has spoken."""
    unsettled = nonmember(("uploaded", "scanning", "failed"))
    """It has yet to."""


class AccessKind(models.TextChoices):
    VIEW = "view", _("Opened the case")
    FILE = "file", _("Opened an attachment")
    DOWNLOAD = "download", _("Downloaded an attachment")
    PRINT = "print", _("Downloaded the application")
    NOTICE = "notice", _("Opened the notice")


class Doubt(models.TextChoices):
    """Why an answer that came from an older form, or from another case, should be looked at."""

    KIND = "kind", _("This is now asked in another way.")
    CHOICE = "choice", _("The answer you had chosen is no longer offered.")
    LIMIT = "limit", _("Your answer does not fit the new rules.")
    FILE = "file", _("The rules for the files have changed.")
    REWORDED = "reworded", _("The words of the question have changed.")
    NOT_COPIED = "not_copied", _("Files are not copied from an earlier application. Attach the file again.")


class Change(models.TextChoices):
    """What became of a part of a form."""

    ADDED = "added", _("Added")
    REMOVED = "removed", _("Removed")
    CHANGED = "changed", _("Changed")
