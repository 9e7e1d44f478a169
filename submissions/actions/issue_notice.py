from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..deadlines import fiscal_year
from ..enums import State
from ..models import Decision, Event, Notice, NumberSeries, Submission
from ..notices.content import notice_content, notice_title
from ..signals import notice_issued


def issue_notice(submission: Submission, decision: Decision, *, user: Any) -> Notice:
    """Give the decision its document number (文書番号) and freeze what the paper says. The caller holds the lock.

    Numbers have no gaps: the row of the series stays locked until the decision is committed with its notice.
    """
    moment = timezone.now()
    day = timezone.localdate(moment)
    sequence = _next_in_series(submission, fiscal_year(day))
    notice = Notice(
        submission=submission,
        decision=decision,
        department=submission.department,
        fiscal_year=fiscal_year(day),
        sequence=sequence,
        document_number=f"{submission.department.symbol}第{sequence}号",
        title=notice_title(submission.handling, decision.outcome),
        delivery=submission.delivery,
        issued_at=moment,
    )
    notice.content = notice_content(notice)
    notice.save(force_insert=True)
    transaction.on_commit(partial(notice_issued.send, Notice, notice=notice))
    return notice


def make_available(notice: Notice, *, user: Any) -> Event:
    """Let the applicant fetch a notice whose PDF is stored; harmless to repeat. The event that decided the case."""
    Notice.objects.filter(pk=notice.pk, available_at=None).update(available_at=timezone.now())
    notice.refresh_from_db(fields=["available_at"])
    decided = notice.submission.events.filter(to_state__in=State.decided).exclude(from_state__in=State.decided)
    return decided.latest("sequence")


def _next_in_series(submission: Submission, year: int) -> int:
    NumberSeries.objects.get_or_create(department_id=submission.department_id, fiscal_year=year)
    series = NumberSeries.objects.select_for_update().get(department_id=submission.department_id, fiscal_year=year)
    series.last += 1
    series.save(update_fields=["last"])
    return series.last
