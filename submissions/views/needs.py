"""What needs the applicant first: corrections by their deadline, unread notices, unread messages."""

from typing import Any

from django.db.models import Exists, F, Min, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from ..deadlines import today
from ..enums import Side, State
from ..models import Message, Notice, Submission

SHOWN_AT_MOST = 10
UNREAD = Message.objects.filter(submission=OuterRef("pk"), side=Side.OFFICE, read_at=None)


def needs_of(mine: QuerySet[Submission], *, with_notices: bool = True) -> list[dict[str, Any]]:
    """Three queries, however many cases there are; of each kind the first `SHOWN_AT_MOST`, and where the rest is.

    `with_notices`: not for an agent who may not read them.
    """
    unread = notices(mine) if with_notices else []
    return [*corrections(mine), *unread, *unread_messages(mine)]


def corrections(mine: QuerySet[Submission]) -> list[dict[str, Any]]:
    waiting = mine.filter(state=State.CORRECTION_REQUESTED, corrections__closed_at=None)
    found = list(waiting.annotate(answer_by=F("corrections__due_on")).order_by("answer_by")[: SHOWN_AT_MOST + 1])
    needs = [
        need(case, "case", _("Please mend it"), due_on=case.answer_by, is_late=case.answer_by < today())
        for case in found[:SHOWN_AT_MOST]
    ]
    return [
        *needs,
        *rest(found, _("All corrections"), f"{reverse('submissions:case_list')}?state=correction_requested"),
    ]


def notices(mine: QuerySet[Submission]) -> list[dict[str, Any]]:
    unread = Notice.objects.filter(submission__in=mine.order_by(), first_opened_at=None, available_at__isnull=False)
    unread = unread.select_related("submission__form_version").defer(
        "content", "submission__form_version__schema_data", "submission__form_version__handling_data"
    )
    found = list(unread.order_by("available_at")[: SHOWN_AT_MOST + 1])
    needs = [
        need(notice.submission, "notice", _("There is a notice for you to read"), notice.pk)
        for notice in found[:SHOWN_AT_MOST]
    ]
    return [*needs, *rest(found, _("All notices"), reverse("submissions:notice_list"))]


def unread_messages(mine: QuerySet[Submission]) -> list[dict[str, Any]]:
    unread = mine.filter(Exists(UNREAD)).annotate(first=Min("messages__sent_at")).order_by("first")
    found = list(unread[: SHOWN_AT_MOST + 1])
    needs = [need(case, "messages", _("The office has written to you")) for case in found[:SHOWN_AT_MOST]]
    return [*needs, *rest(found, _("All news"), reverse("submissions:inbox"))]


def need(case: Submission, page: str, words: str, *args: Any, **more: Any) -> dict[str, Any]:
    return {"case": case, "words": words, "url": reverse(f"submissions:{page}", args=[case.reference, *args]), **more}


def rest(found: list[Any], words: str, url: str) -> list[dict[str, Any]]:
    return [{"case": None, "words": words, "url": url}] if len(found) > SHOWN_AT_MOST else []
