from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.models import Department

from ..enums import GrantRole
from .submission import Submission


class CaseGrant(models.Model):
    """A group may do something with the cases of a department, or of one procedure. Edited in Wagtail's group form."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="case_grants")
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.CASCADE, related_name="grants")
    procedure = models.ForeignKey(Page, null=True, blank=True, on_delete=models.CASCADE, related_name="case_grants")
    role = models.CharField(_("role"), max_length=20, choices=GrantRole.choices)

    class Meta:
        verbose_name = _("case permission")
        verbose_name_plural = _("case permissions")
        constraints = [
            models.CheckConstraint(
                name="grant_of_one_thing",
                condition=models.Q(department__isnull=False, procedure__isnull=True)
                | models.Q(department__isnull=True, procedure__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_grant", fields=["group", "department", "procedure", "role"], nulls_distinct=False
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.get_role_display()} ({self.department or self.procedure})"


class CorrectionRequest(models.Model):
    """補正依頼: what the applicant must mend, until when. One at a time is open for a case."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="corrections")
    round = models.PositiveSmallIntegerField()
    """The filed round that it is about."""
    comment = models.TextField(_("message to the applicant"))
    due_on = models.DateField(_("please answer by"))
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("correction request")
        verbose_name_plural = _("correction requests")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_open_correction", fields=["submission"], condition=models.Q(closed_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.submission} ({self.requested_at:%Y-%m-%d})"


class CorrectionItem(models.Model):
    """One answer to mend: only these open."""

    correction = models.ForeignKey(CorrectionRequest, on_delete=models.PROTECT, related_name="items")
    path = models.CharField(max_length=200)
    """``field``, ``group`` (the rows themselves) or ``group.row.column``."""
    label = models.CharField(max_length=500)
    remark = models.TextField(_("what to mend"))

    class Meta:
        verbose_name = _("item to correct")
        verbose_name_plural = _("items to correct")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="one_item_a_path", fields=["correction", "path"])]

    def __str__(self) -> str:
        return self.label


class Note(models.Model):
    """A private note of the office. No applicant ever sees one."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    body = models.TextField(_("note"))
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.body[:40]
