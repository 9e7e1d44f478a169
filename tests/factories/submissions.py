"""Cases in every state, reached through the same actions as in life."""

from datetime import timedelta
from typing import Any

import factory
from django.contrib.auth.models import Group
from django.utils.text import slugify
from factory.django import DjangoModelFactory
from wagtail.models import Page

from accounts.models import Department, User
from submissions.actions import (
    approve,
    decide,
    perform,
    propose,
    publish_form,
    request_correction,
    save_draft,
    set_acceptance,
    start_draft,
    submit,
)
from submissions.deadlines import today
from submissions.enums import GrantRole, Outcome, ProcedureKind, State
from submissions.models import CaseGrant, FormVersion, Submission
from submissions.schema import Choice, Field, FormSchema, Handling, Step

from .accounts import DepartmentFactory, ProfileFactory, StaffFactory

NAME = Field(key="name", kind="text", label="氏名", prefill="name")
REASON = Field(key="reason", kind="textarea", label="理由")
SHOPS = Field(
    key="shops",
    kind="group",
    label="店舗",
    required=False,
    fields=(
        Field(key="shop_name", kind="text", label="店名"),
        Field(key="seats", kind="integer", label="席数", options={"min": 0, "unit": "席"}),
    ),
)
COLOUR = Field(
    key="colour",
    kind="radio",
    label="色",
    required=False,
    choices=(Choice(key="red", label="赤"), Choice(key="blue", label="青")),
)
PHOTO = Field(key="photo", kind="file", label="写真", required=False, options={"max_files": 3})
SCHEMA = FormSchema(
    steps=(
        Step(key="you", title="申請者", fields=(NAME, COLOUR)),
        Step(key="what", title="内容", fields=(REASON, SHOPS, PHOTO)),
    )
)
ANSWERS = {"name": "山田　花子", "reason": "店を開くため", "shops": [{"id": "r1", "shop_name": "花屋", "seats": "12"}]}


def handling(department: Department, **changes: Any) -> Handling:
    values = {
        "kind": ProcedureKind.APPLICATION,
        "department_code": department.code,
        "processing_days": 20,
        "purpose": "審査のため",
        "granted_title": "交付決定通知書",
        "refused_title": "不交付決定通知書",
        "accepted_title": "受理通知書",
        "issuer": "マドグチ県知事",
    }
    return Handling(**{**values, **changes})


class FormVersionFactory(DjangoModelFactory[FormVersion]):
    """A published form. `schema`, `department`, and anything of `Handling` may be given."""

    class Meta:
        model = FormVersion

    title = factory.Sequence(lambda number: f"手続{number}")
    department = factory.SubFactory(DepartmentFactory)
    schema = SCHEMA

    @classmethod
    def _create(cls, model_class: type[FormVersion], *args: Any, **values: Any) -> FormVersion:
        title, department, schema = values.pop("title"), values.pop("department"), values.pop("schema")
        page = values.pop("page", None) or Page(title=title, slug=slugify(title, allow_unicode=True))
        if page.pk is None:
            Page.objects.get(depth=1).add_child(instance=page)
        set_acceptance(page, user=None, is_live=True, opens_at=None, closes_at=None)
        return publish_form(page, schema, handling(department, **values), user=None)


class SubmissionFactory(DjangoModelFactory[Submission]):
    """A case in the given `state`, filed by `user` (a member of `profile`)."""

    class Meta:
        model = Submission

    class Params:
        draft = factory.Trait(state=State.DRAFT)
        arrived = factory.Trait(state=State.ARRIVED)
        in_review = factory.Trait(state=State.IN_REVIEW)
        in_correction = factory.Trait(state=State.CORRECTION_REQUESTED)
        awaiting_decision = factory.Trait(state=State.AWAITING_DECISION)
        granted = factory.Trait(state=State.GRANTED)
        refused = factory.Trait(state=State.REFUSED)
        accepted = factory.Trait(state=State.ACCEPTED)
        returned = factory.Trait(state=State.RETURNED)
        withdrawn = factory.Trait(state=State.WITHDRAWN)

    state = State.ARRIVED
    profile = factory.SubFactory(ProfileFactory)
    answers = factory.LazyFunction(lambda: dict(ANSWERS))
    items = factory.LazyFunction(lambda: {"reason": "くわしく書いてください。"})

    @classmethod
    def _create(cls, model_class: type[Submission], *args: Any, **values: Any) -> Submission:
        state, profile, answers = values.pop("state"), values.pop("profile"), values.pop("answers")
        items, user = values.pop("items"), values.pop("user", None) or profile.members.first()
        version = values.pop("form_version", None) or _version_for(state, **values)
        submission = start_draft(version.page, user=user, profile=profile)
        save_draft(submission, answers, user=user)
        if state != State.DRAFT:
            submit(submission, user=user, delivery="electronic")
            _bring_to(state, submission, user, items)
        return Submission.objects.get(pk=submission.pk)


def _version_for(state: str, **values: Any) -> FormVersion:
    if state == State.ACCEPTED:
        values.setdefault("kind", ProcedureKind.NOTIFICATION)
    if state == State.AWAITING_DECISION:
        values.setdefault("has_approval", True)
    return FormVersionFactory(**values)


def _bring_to(state: str, submission: Submission, applicant: User, items: dict[str, str]) -> None:
    reviewer = StaffMember(submission.department, GrantRole.REVIEW)
    if state == State.ARRIVED:
        return
    if state == State.WITHDRAWN:
        perform("withdraw", submission, user=applicant)
    elif state == State.RETURNED:
        perform("return", submission, user=reviewer, comment="様式が異なります。")
    elif state == State.ACCEPTED:
        decide(submission, user=reviewer, outcome=Outcome.ACCEPTED)
    else:
        perform("start_review", submission, user=reviewer)
        _decide(state, submission, reviewer, items)


def _decide(state: str, submission: Submission, reviewer: User, items: dict[str, str]) -> None:
    outcome = Outcome.REFUSED if state == State.REFUSED else Outcome.GRANTED
    has_approval = submission.handling.has_approval
    if state == State.CORRECTION_REQUESTED:
        due_on = today() + timedelta(days=14)
        request_correction(submission, user=reviewer, items=items, comment="補正をお願いします。", due_on=due_on)
    elif has_approval and state in (State.AWAITING_DECISION, *State.decided):
        propose(submission, user=reviewer, outcome=outcome, reason="要件を確認しました。")
        if state != State.AWAITING_DECISION:
            approve(submission, user=StaffMember(submission.department, GrantRole.DECIDE))
    elif state in State.decided:
        decide(submission, user=reviewer, outcome=outcome, reason="要件を確認しました。")


def StaffMember(department: Department, role: GrantRole) -> User:  # noqa: N802 - reads like a factory
    """A member of staff who holds `role` for the cases of `department`."""
    group, _is_new = Group.objects.get_or_create(name=f"{department.code}-{role}")
    CaseGrant.objects.get_or_create(group=group, department=department, role=role)
    user = StaffFactory()
    user.groups.add(group)
    return user
