"""The life of a case, as data: the one table that says what may follow what, by whom, for which kind of procedure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .enums import Actor, ProcedureKind, State

ALL_KINDS = frozenset(ProcedureKind)
DECIDED_KINDS = frozenset({ProcedureKind.APPLICATION, ProcedureKind.REQUEST})
NOTIFIED_KINDS = frozenset({ProcedureKind.NOTIFICATION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """One arrow. `label` is the button, `done` the line in the history that applicants and staff read."""

    name: str
    sources: frozenset[State]
    target: State
    actor: Actor
    label: str | Promise
    done: str | Promise
    kinds: frozenset[ProcedureKind] = ALL_KINDS
    needs_comment: bool = False
    needs_approval: bool | None = None
    """True or False: only where the procedure has, or has not, an approval step. None: in both."""
    is_internal: bool = False
    """The applicant is not mailed; the history shows it as part of the review."""


def _arrow(
    name: str,
    sources: Iterable[State],
    target: State,
    actor: Actor,
    label: str | Promise,
    done: str | Promise,
    *,
    kinds: frozenset[ProcedureKind] = ALL_KINDS,
    needs_comment: bool = False,
    needs_approval: bool | None = None,
    is_internal: bool = False,
) -> Transition:
    return Transition(
        name=name,
        sources=frozenset(sources),
        target=target,
        actor=actor,
        label=label,
        done=done,
        kinds=kinds,
        needs_comment=needs_comment,
        needs_approval=needs_approval,
        is_internal=is_internal,
    )


S, A = State, Actor
BEFORE_DECISION = (S.ARRIVED, S.IN_REVIEW, S.CORRECTION_REQUESTED, S.AWAITING_DECISION)

TRANSITIONS: dict[str, Transition] = {
    arrow.name: arrow
    for arrow in (
        _arrow("submit", [S.DRAFT], S.ARRIVED, A.APPLICANT, _("Send"), _("Application arrived")),
        _arrow("start_review", [S.ARRIVED], S.IN_REVIEW, A.REVIEWER, _("Start the review"), _("Review started")),
        _arrow(
            "request_correction",
            [S.ARRIVED, S.IN_REVIEW],
            S.CORRECTION_REQUESTED,
            A.REVIEWER,
            _("Request a correction"),
            _("A correction was requested"),
            needs_comment=True,
        ),
        _arrow(
            "resubmit",
            [S.CORRECTION_REQUESTED],
            S.IN_REVIEW,
            A.APPLICANT,
            _("Send the correction"),
            _("Correction arrived"),
        ),
        _arrow(
            "cancel_correction",
            [S.CORRECTION_REQUESTED],
            S.IN_REVIEW,
            A.REVIEWER,
            _("End the correction"),
            _("Correction ended by the office"),
            needs_comment=True,
        ),
        _arrow(
            "propose",
            [S.IN_REVIEW],
            S.AWAITING_DECISION,
            A.REVIEWER,
            _("Ask for approval"),
            _("Decision drafted"),
            kinds=DECIDED_KINDS,
            needs_approval=True,
            is_internal=True,
        ),
        _arrow(
            "send_back",
            [S.AWAITING_DECISION],
            S.IN_REVIEW,
            A.APPROVER,
            _("Send back to the reviewer"),
            _("Being reviewed again"),
            kinds=DECIDED_KINDS,
            needs_comment=True,
            needs_approval=True,
        ),
        _arrow(
            "approve_grant",
            [S.AWAITING_DECISION],
            S.GRANTED,
            A.APPROVER,
            _("Approve: grant"),
            _("Decided"),
            kinds=DECIDED_KINDS,
            needs_approval=True,
        ),
        _arrow(
            "approve_refusal",
            [S.AWAITING_DECISION],
            S.REFUSED,
            A.APPROVER,
            _("Approve: refuse"),
            _("Decided"),
            kinds=DECIDED_KINDS,
            needs_approval=True,
        ),
        _arrow(
            "grant",
            [S.IN_REVIEW],
            S.GRANTED,
            A.REVIEWER,
            _("Grant"),
            _("Decided"),
            kinds=DECIDED_KINDS,
            needs_approval=False,
        ),
        _arrow(
            "refuse",
            [S.IN_REVIEW],
            S.REFUSED,
            A.REVIEWER,
            _("Refuse"),
            _("Decided"),
            kinds=DECIDED_KINDS,
            needs_comment=True,
            needs_approval=False,
        ),
        _arrow(
            "accept",
            [S.ARRIVED, S.IN_REVIEW],
            S.ACCEPTED,
            A.REVIEWER,
            _("Accept"),
            _("Accepted"),
            kinds=NOTIFIED_KINDS,
        ),
        _arrow(
            "return",
            [S.ARRIVED, S.IN_REVIEW, S.CORRECTION_REQUESTED],
            S.RETURNED,
            A.REVIEWER,
            _("Return"),
            _("Returned"),
            needs_comment=True,
        ),
        _arrow("withdraw", BEFORE_DECISION, S.WITHDRAWN, A.APPLICANT, _("Withdraw"), _("Withdrawn")),
    )
}


def transitions_for(state: State, kind: ProcedureKind, *, has_approval: bool) -> list[Transition]:
    """The arrows that leave `state` for a procedure of that kind, in the table's order."""
    return [
        arrow
        for arrow in TRANSITIONS.values()
        if state in arrow.sources and kind in arrow.kinds and arrow.needs_approval in (None, has_approval)
    ]
