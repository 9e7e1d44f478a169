from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..enums import AgentPower
from .profile import ApplicantProfile


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def live(self, day: date | None = None) -> "AppointmentQuerySet":
        """Accepted, not ended, within the period."""
        day = day or timezone.localdate()
        return self.filter(accepted_at__isnull=False, ended_at=None, starts_on__lte=day, ends_on__gte=day)

    def of_agent(self, user: Any) -> "AppointmentQuerySet":
        """Those of the profiles that `user` is a member of, each with the member's `agent_role` there."""
        found = self.filter(agent__memberships__user=user)
        return found.annotate(agent_role=F("agent__memberships__role"))


class Appointment(models.Model):
    """代理: a principal lets an agent act in their name. Offered by mail, accepted by a profile of the agent.

    Never edited beyond being accepted and ended: another scope is another appointment.
    """

    principal = models.ForeignKey(ApplicantProfile, on_delete=models.PROTECT, related_name="appointments")
    agent = models.ForeignKey(ApplicantProfile, null=True, on_delete=models.PROTECT, related_name="agencies")
    email = models.EmailField(_("e-mail address of the agent"), max_length=254)
    token_sha256 = models.CharField(max_length=64, unique=True)
    is_for_all = models.BooleanField(_("all procedures"), default=False)
    procedures = models.ManyToManyField(Page, related_name="+", verbose_name=_("procedures"))
    powers = models.JSONField(default=list)
    """Values of `AgentPower`."""
    includes_others = models.BooleanField(default=False)
    """Also cases that the agent did not begin."""
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    is_paid = models.BooleanField(default=False)
    """Against a fee: then the agent needs a registration (行政書士法 第19条)."""
    registration_number = models.CharField(_("registration number"), max_length=20, blank=True)
    appointed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    appointed_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    """Until when the offer can be accepted."""
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment of an agent")
        verbose_name_plural = _("appointments of agents")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="appointment_period", condition=Q(ends_on__gte=F("starts_on"))),
            models.CheckConstraint(name="accepted_by_agent", condition=Q(accepted_at=None) | Q(agent__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.principal} → {self.agent or self.email}"

    @property
    def is_offered(self) -> bool:
        return self.accepted_at is None and self.ended_at is None and self.expires_at > timezone.now()

    @property
    def is_live(self) -> bool:
        day = timezone.localdate()
        return self.accepted_at is not None and self.ended_at is None and self.starts_on <= day <= self.ends_on

    @property
    def power_labels(self) -> list[str]:
        return [str(AgentPower(power).label) for power in self.powers]

    def covers(self, procedure_id: int) -> bool:
        return self.is_for_all or any(page.pk == procedure_id for page in self.procedures.all())


def live_agencies(user: Any) -> "QuerySet[Appointment]":
    """The appointments under which `user` may act now, with their profiles and procedures."""
    found = Appointment.objects.live().of_agent(user).select_related("principal", "agent")
    return found.prefetch_related("procedures").order_by("pk")
