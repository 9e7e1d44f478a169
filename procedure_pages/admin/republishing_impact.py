"""What publishing several procedures again would mean for people who have begun, seen before it is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from submissions.impact import Impact, impact_of
from submissions.models import FormVersion
from submissions.versions import Comparison, compare

from ..models import ProcedurePage
from ..republishing import obstacle
from ..versions.offered import coming_form, concerns_people


@dataclass(frozen=True, slots=True)
class Look:
    """`seal` names the form that would be published: a part that changes after the look is looked at again."""

    page: ProcedurePage
    impact: Impact
    comparison: Comparison
    seal: str


def unseen(pages: Iterable[ProcedurePage], seen: Iterable[str], *, user: Any) -> list[Look]:
    """All of `pages` with drafts on the form of now, if somebody has not looked at one of them yet."""
    looks = [
        _look(page, current, coming)
        for page in pages
        if concerns_people(page) and not obstacle(page, user=user)
        for current, coming in (coming_form(page),)
        if current is not None
    ]
    return looks if {look.seal for look in looks} - set(seen) else []


def _look(page: ProcedurePage, current: FormVersion, coming: FormVersion) -> Look:
    impact = impact_of(page, coming.schema, coming.handling)
    return Look(page, impact, compare(current, coming), f"{page.pk}:{coming.sha256}")
