from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from accounts.enums import AgentPower
from accounts.models import ApplicantProfile, Appointment, Department
from accounts.standing import Standing, can_use, standing_of

from ..deadlines import Expectation, expectation, today
from ..enums import Delivery, ProcedureKind, State
from ..schema import FormSchema, Handling
from ..schema.evaluation import Circumstances, Evaluation
from .form_version import FormVersion

FILED = ~models.Q(state=State.DRAFT)
OPEN = models.Q(state__in=State.open)
UNFINISHED = models.Q(state__in=State.unfinished)


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def for_applicant(self, user: Any, power: AgentPower | None = None) -> "SubmissionQuerySet":
        """The cases of every profile that `user` may act for, as a member or as an agent who has `power`."""
        return self.filter(cases_of(getattr(user, "standing", None) or standing_of(user), power))

    def drafts(self) -> "SubmissionQuerySet":
        return self.filter(state=State.DRAFT)

    def filed(self) -> "SubmissionQuerySet":
        return self.filter(state__in=State.filed)

    def open(self) -> "SubmissionQuerySet":
        return self.filter(state__in=State.open)

    def overdue(self) -> "SubmissionQuerySet":
        """With the office longer than the standard processing period."""
        return self.filter(state__in=State.with_office, due_on__lt=today())


def cases_of(standing: Standing, power: AgentPower | None = None) -> models.Q:
    """By values, not by joins: the index of profiles serves, whatever the number of cases."""
    found = models.Q(profile_id__in=standing.profile_ids)
    for appointment in standing.agencies:
        if can_use(appointment, power):
            found |= cases_under(appointment)
    return found


def cases_under(appointment: Appointment) -> models.Q:
    """What the agent sees: of the procedures named, those that the agent began, or all if the principal said so."""
    found = models.Q(profile_id=appointment.principal_id)
    if not appointment.is_for_all:
        found &= models.Q(procedure_id__in=[page.pk for page in appointment.procedures.all()])
    if not appointment.includes_others:
        found &= models.Q(agent_id=appointment.agent_id)
    return found


class Submission(models.Model):
    """One case: somebody's filing of one procedure, from the first letter typed to the outcome.

    Narrow on purpose: queues list it by the hundred thousand. Answers live in `AnswerSet` and `DraftAnswers`.
    Changed only by `submissions.actions`; `state` in one line there.
    """

    reference = models.CharField(max_length=24, unique=True)
    """Random; stands in every address. Never the primary key, never the number."""
    number = models.CharField(_("arrival number"), max_length=12, null=True, unique=True)  # 到達番号
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="submissions")
    procedure = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="submissions")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="submissions")
    kind = models.CharField(_("kind"), max_length=20, choices=ProcedureKind.choices)
    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.DRAFT)
    profile = models.ForeignKey(ApplicantProfile, on_delete=models.PROTECT, related_name="submissions")
    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="submissions")
    agent = models.ForeignKey(ApplicantProfile, null=True, on_delete=models.PROTECT, related_name="agent_submissions")
    """代理人 who began it; what it was filed under stands in each round."""
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="assigned_submissions",
        verbose_name=_("person in charge"),
    )
    applicant_name = models.CharField(_("applicant"), max_length=200, blank=True)
    applicant_kana = models.CharField(max_length=200, blank=True)
    search_key = models.CharField(max_length=500, blank=True)
    """Name and kana folded by `schema.normalise.search_key`."""
    delivery = models.CharField(_("delivery of the notice"), max_length=20, choices=Delivery.choices, blank=True)
    delivery_chosen_at = models.DateTimeField(null=True)
    round = models.PositiveSmallIntegerField(default=0)
    """How many times it was filed: 1 after the submission, one more after each correction."""
    created_at = models.DateTimeField(auto_now_add=True)
    arrived_at = models.DateTimeField(_("arrived at"), null=True)  # 到達日時
    due_on = models.DateField(_("expected by"), null=True)
    clock_stopped_on = models.DateField(null=True)
    state_changed_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["department", "-arrived_at", "-id"], name="case_queue", condition=FILED),
            models.Index(fields=["procedure", "-arrived_at", "-id"], name="case_procedure", condition=FILED),
            models.Index(fields=["department", "arrived_at", "id"], name="case_open_by_arrival", condition=OPEN),
            models.Index(fields=["department", "state", "due_on"], name="case_open", condition=OPEN),
            models.Index(fields=["assignee", "-arrived_at"], name="case_assignee", condition=OPEN),
            models.Index(fields=["profile", "-created_at"], name="case_profile"),
            models.Index(fields=["form_version", "state"], name="case_unfinished", condition=UNFINISHED),
            GinIndex(fields=["search_key"], name="case_search", opclasses=["gin_trgm_ops"]),
            GinIndex(fields=["number"], name="case_number", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="filed_has_number",
                condition=models.Q(state="draft")
                | models.Q(number__isnull=False, arrived_at__isnull=False, round__gte=1),
            )
        ]

    def __str__(self) -> str:
        return self.display_number or self.form_version.title

    @property
    def display_number(self) -> str:
        """The arrival number in groups of four, as it is read aloud; empty for a draft."""
        number = self.number or ""
        return "-".join(number[start : start + 4] for start in range(0, len(number), 4))

    @property
    def schema(self) -> FormSchema:
        return self.form_version.schema

    @property
    def circumstances(self) -> Circumstances:
        """What rules of the form look at beside the answers, as of today. A form without rules looks at nothing."""
        return Circumstances(today=today().isoformat(), applicant="" if self.schema.is_static else self.profile.kind)

    def evaluate(self, answers: Mapping[str, Any]) -> Evaluation:
        """What the form asks of this applicant today, given `answers`, raw or filed."""
        return Evaluation(self.schema, answers, self.circumstances)

    @property
    def handling(self) -> Handling:
        return self.form_version.handling

    @property
    def status(self) -> State:
        return State(self.state)

    @property
    def is_corrected(self) -> bool:
        return self.round > 1

    @property
    def expectation(self) -> Expectation | None:
        """When the office expects to be done; None where no period is set, or once it is done."""
        if self.due_on is None or self.state not in State.open:
            return None
        return expectation(self.due_on, stopped_on=self.clock_stopped_on, day=today())

    @property
    def is_overdue(self) -> bool:
        return self.state in State.with_office and self.due_on is not None and self.due_on < today()
