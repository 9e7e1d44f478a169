"""The versions of a form beside each other: what is on which, which is newer, what differs."""

import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _
from wagtail.models import Page

from .enums import State
from .evidence import sha256_of
from .models import FormVersion, Submission, VersionDeadline
from .schema import FormSchema, Handling, handling_to_json, schema_to_json
from .schema.differences import Detail, Difference, differences, promised_differently

DATA = ("schema_data", "handling_data")
SECONDS_KEPT = 10
PAGES_AT_MOST = 1000
_newest: dict[int, tuple[float, int]] = {}


@dataclass(slots=True)
class Unfinished:
    """How many cases a form still carries. Counts only: who sees these need not see the cases."""

    drafts: int = 0
    in_correction: int = 0
    under_review: int = 0

    def add(self, state: str, count: int) -> None:
        if state == State.DRAFT:
            self.drafts += count
        elif state == State.CORRECTION_REQUESTED:
            self.in_correction += count
        else:
            self.under_review += count


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that two versions say differently."""

    form: list[Difference] = field(default_factory=list)
    promises: tuple[Detail, ...] = ()

    @property
    def for_applicants(self) -> "Comparison":
        """Without what concerns the office only."""
        form = [difference for difference in self.form if not difference.is_internal]
        return Comparison(form, tuple(detail for detail in self.promises if not detail.is_internal))

    def __bool__(self) -> bool:
        return bool(self.form or self.promises)


def compare(old: FormVersion, new: FormVersion) -> Comparison:
    """`new` may be unsaved: a form that is not published yet."""
    names = () if old.title == new.title else (Detail(_("Name of the procedure"), old.title, new.title),)
    promises = (*names, *promised_differently(old.handling, new.handling))
    return Comparison(differences(old.schema, new.schema), promises)


def unpublished(page: Page, schema: FormSchema, handling: Handling) -> FormVersion:
    """What publishing `page` would freeze; not saved, and without a number."""
    content = {"title": page.title, "schema": schema_to_json(schema), "handling": handling_to_json(handling)}
    return FormVersion(
        page_id=page.pk,
        title=page.title,
        schema_data=content["schema"],
        handling_data=content["handling"],
        sha256=sha256_of(content),
    )


def unfinished_by_version(page: Page) -> dict[int, Unfinished]:
    """By id of the form version; versions without any are not there."""
    found: defaultdict[int, Unfinished] = defaultdict(Unfinished)
    cases = Submission.objects.filter(form_version__page_id=page.pk, state__in=State.unfinished).order_by()
    for version, state, count in cases.values_list("form_version", "state").annotate(count=Count("pk")):
        found[version].add(state, count)
    return dict(found)


def unfinished_by_page(pages: Iterable[int]) -> dict[int, Unfinished]:
    """By id of the page, all its versions together; pages without any are not there."""
    found: defaultdict[int, Unfinished] = defaultdict(Unfinished)
    cases = Submission.objects.filter(form_version__page_id__in=list(pages), state__in=State.unfinished).order_by()
    for page, state, count in cases.values_list("form_version__page_id", "state").annotate(count=Count("pk")):
        found[page].add(state, count)
    return dict(found)


def total(counts: dict[int, Unfinished]) -> Unfinished:
    return Unfinished(
        sum(count.drafts for count in counts.values()),
        sum(count.in_correction for count in counts.values()),
        sum(count.under_review for count in counts.values()),
    )


def versions_of(page: Page) -> QuerySet[FormVersion]:
    """Newest first, without the forms themselves."""
    versions = FormVersion.objects.filter(page_id=page.pk).order_by("-number").defer(*DATA)
    return versions.select_related("published_by", "deadline", "department")


def newest_number() -> Subquery:
    """For annotating cases: the number of the form that their procedure offers now."""
    newest = FormVersion.objects.filter(page=OuterRef("procedure")).order_by("-number")
    return Subquery(newest.values("number")[:1])


def kept_newest(page_id: int) -> int:
    """The number of the form that a procedure offers, as this process saw it `SECONDS_KEPT` ago at the most."""
    expires_at, number = _newest.get(page_id, (0.0, 0))
    if time.monotonic() >= expires_at:
        number = FormVersion.objects.filter(page_id=page_id).aggregate(newest=Max("number"))["newest"] or 0
        if len(_newest) >= PAGES_AT_MOST:
            _newest.clear()
        _newest[page_id] = (time.monotonic() + SECONDS_KEPT, number)
    return number


def forget_newest(page_id: int) -> None:
    """A form was published: other processes follow within `SECONDS_KEPT`."""
    _newest.pop(page_id, None)


def newer_form(submission: Submission) -> FormVersion | None:
    """The form that a draft can move to; None if it stands on the newest, or was sent."""
    if submission.state != State.DRAFT:
        return None
    newer = FormVersion.objects.filter(page_id=submission.procedure_id, number__gt=submission.form_version.number)
    return newer.defer(*DATA).order_by("-number").first()


def deadline_of(submission: Submission) -> VersionDeadline | None:
    """Until when a draft may be sent on the form it has; None if that form is offered still, or has no deadline."""
    if newer_form(submission) is None:
        return None
    return VersionDeadline.objects.filter(form_version_id=submission.form_version_id).first()


def is_too_late(submission: Submission, moment: datetime) -> bool:
    """Whether the form of a draft is closed at `moment`, so that it must move first."""
    deadline = deadline_of(submission)
    return deadline is not None and deadline.is_over(moment)
