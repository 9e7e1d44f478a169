"""Who may see a case and who may do what with it. Only the applicant and the responsible office; nobody by rank.

A superuser without a grant sees no case: administrators run the system, they do not read applications.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from accounts.enums import WRITING_ROLES, AgentPower, MemberRole
from accounts.models import ApplicantProfile, Appointment, ProfileMember
from accounts.models.agency import live_agencies
from accounts.standing import can_use

from .enums import Actor, GrantRole, Side, State
from .models import CaseGrant, Submission
from .workflow import Transition

ROLES_THAT_IMPLY = {
    GrantRole.VIEW: (GrantRole.VIEW, GrantRole.REVIEW, GrantRole.DECIDE),
    GrantRole.REVIEW: (GrantRole.REVIEW,),
    GrantRole.DECIDE: (GrantRole.DECIDE,),
}


@dataclass(frozen=True, slots=True)
class Grants:
    """What a staff member's groups allow: ids by role."""

    departments: dict[str, set[int]] = field(default_factory=dict)
    procedures: dict[str, set[int]] = field(default_factory=dict)

    def allow(self, role: GrantRole, submission: Submission) -> bool:
        return any(
            submission.department_id in self.departments.get(held, ())
            or submission.procedure_id in self.procedures.get(held, ())
            for held in ROLES_THAT_IMPLY[role]
        )

    def filter(self, role: GrantRole) -> Q:
        """The cases that the grants open for `role`; matches nothing where there is no grant."""
        held = ROLES_THAT_IMPLY[role]
        departments = set[int]().union(*(self.departments.get(name, ()) for name in held))
        procedures = set[int]().union(*(self.procedures.get(name, ()) for name in held))
        condition = Q(pk__in=[])
        if departments:
            condition |= Q(department_id__in=departments)
        if procedures:
            condition |= Q(procedure_id__in=procedures)
        return condition & ~Q(state=State.DRAFT)

    def __bool__(self) -> bool:
        return bool(self.departments or self.procedures)


def grants_of(user: Any) -> Grants:
    """One query a request: kept on the user object."""
    if not (user.is_authenticated and user.is_active):
        return Grants()
    if not hasattr(user, "_case_grants"):
        grants = Grants()
        for grant in CaseGrant.objects.filter(group__user=user):
            if grant.department_id:
                grants.departments.setdefault(grant.role, set()).add(grant.department_id)
            elif grant.procedure_id:
                grants.procedures.setdefault(grant.role, set()).add(grant.procedure_id)
        user._case_grants = grants
    return user._case_grants


def cases_for_staff(user: Any, role: GrantRole = GrantRole.VIEW) -> QuerySet[Submission]:
    """Filed cases that `user` may see (or review, or decide) as a member of the responsible office."""
    return Submission.objects.filter(grants_of(user).filter(role))


def cases_for_applicant(user: Any, power: AgentPower | None = None) -> QuerySet[Submission]:
    """Those that `user` may read; `power`: where an agent may do that, such as read notices."""
    return Submission.objects.for_applicant(user, power) if user.is_authenticated else Submission.objects.none()


def managed_profiles(user: Any) -> QuerySet[ApplicantProfile]:
    """The profiles that `user` is a manager of, the oldest first: those are the user's own to take out and to end."""
    memberships = ProfileMember.objects.filter(user=user, role=MemberRole.MANAGER)
    return ApplicantProfile.objects.filter(pk__in=memberships.values("profile_id")).order_by("pk")


def is_applicant(user: Any, submission: Submission, *, to_write: bool = False) -> bool:
    """Whether `user` may see the case as its applicant, a colleague or an agent; `to_write`: change it as it stands."""
    if not to_write:
        return has_power(user, submission, None)
    is_correction = submission.state == State.CORRECTION_REQUESTED
    return has_power(user, submission, AgentPower.CORRECT if is_correction else AgentPower.APPLY)


def may_read_notices(user: Any, submission: Submission) -> bool:
    return has_power(user, submission, AgentPower.NOTICES)


def has_power(user: Any, submission: Submission, power: AgentPower | None) -> bool:
    """Asks afresh, so that whoever was removed or dismissed a moment ago is refused. None: only to read.

    Every member reads, notices too; managers and clerks write; an agent may what the appointment says.
    """
    membership = submission.profile.memberships.filter(user_id=user.pk).first()
    if membership is not None:
        return power in (None, AgentPower.NOTICES) or membership.role in WRITING_ROLES
    appointment = agency_for(user, submission)
    return appointment is not None and can_use(appointment, power)


def agency_for(user: Any, submission: Submission) -> Appointment | None:
    """The appointment under which `user` sees the case now; None for members, who need none."""
    if user.pk is None or submission.profile.memberships.filter(user_id=user.pk).exists():
        return None
    agencies = live_agencies(user).filter(principal_id=submission.profile_id)
    return next((found for found in agencies if covers_case(found, submission)), None)


def covers_case(appointment: Appointment, submission: Submission) -> bool:
    """The rule of `models.submission.cases_under`, for one case."""
    is_within = appointment.includes_others or submission.agent_id == appointment.agent_id
    return is_within and appointment.covers(submission.procedure_id)


def has_lost_agency(user: Any, reference: str) -> bool:
    """Whether `user` acted as an agent in a case that is closed to them now: they are told why."""
    return Submission.objects.filter(reference=reference, agent__memberships__user_id=user.pk).exists()


def can_perform(user: Any, transition: Transition, submission: Submission) -> bool:
    """Whether `user` holds the role that the transition asks for. Nobody decides on a case of their own."""
    if transition.actor == Actor.APPLICANT:
        return has_power(user, submission, AgentPower.CORRECT if transition.name == "resubmit" else AgentPower.APPLY)
    role = GrantRole.DECIDE if transition.actor == Actor.APPROVER else GrantRole.REVIEW
    return grants_of(user).allow(role, submission) and not has_part(user, submission)


def has_part(user: Any, submission: Submission) -> bool:
    """Whether `user` is, or was when it was filed, on the applicant's side."""
    return is_applicant(user, submission) or submission.answer_sets.filter(filed_by_id=user.pk).exists()


def writing_side(user: Any, submission: Submission) -> Side | None:
    """For whom `user` may write about the case; None if for nobody. On a case of one's own only as its applicant."""
    if is_applicant(user, submission):
        return Side.APPLICANT if is_applicant(user, submission, to_write=True) else None
    grants = grants_of(user)
    may_work = grants.allow(GrantRole.REVIEW, submission) or grants.allow(GrantRole.DECIDE, submission)
    return Side.OFFICE if may_work else None


class CasePolicy(ModelPermissionPolicy):
    """Wagtail's view of the rules above; `view` and `change` are all there is, nobody adds or deletes a case here."""

    ROLE_OF_ACTION = {"view": GrantRole.VIEW, "change": GrantRole.REVIEW}

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action in self.ROLE_OF_ACTION and bool(grants_of(user))

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:
        role = self.ROLE_OF_ACTION.get(action)
        return role is not None and isinstance(instance, Submission) and grants_of(user).allow(role, instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Submission]:
        roles = [self.ROLE_OF_ACTION[action] for action in actions if action in self.ROLE_OF_ACTION]
        return cases_for_staff(user, GrantRole.VIEW if GrantRole.VIEW in roles else GrantRole.REVIEW)
