"""How the pages of a procedure will look to an applicant, drawn from the editor's form. Nothing of it is stored."""

import base64
import io
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pypdfium2
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.enums import ProfileKind
from submissions.deadlines import add_business_days
from submissions.enums import Delivery, Outcome, ProcedureKind, State
from submissions.evidence import sha256_of
from submissions.models import Decision, FormVersion, Notice, Submission
from submissions.notices.content import notice_content, notice_title
from submissions.notices.typesetting import typeset
from submissions.schema import handling_to_json, schema_to_json

from .compiler import compile_form, compile_handling
from .samples import APPLICANT, sample_answers
from .tryout import confirm_page, new_trial, step_page

if TYPE_CHECKING:
    from .models import ProcedurePage

GUIDANCE = ""
TRY = "try"
TRY_AS_BUSINESS = "try-business"
STEP = "step-"
CONFIRM = "confirm"
RECEIPT = "receipt"
NOTICE = "notice-"
PIXELS_PER_POINT = 2
Mode = tuple[str, str]


class ProcedurePreviews:
    """The modes of Wagtail's preview. Stands before the routes of the page, which know one only."""

    @property
    def preview_modes(self: "ProcedurePage") -> list[Mode]:  # type: ignore[misc]
        return modes(self)

    def serve_preview(self: "ProcedurePage", request: HttpRequest, mode_name: str) -> HttpResponse:  # type: ignore[misc]
        return preview(self, request, mode_name)


def modes(page: "ProcedurePage") -> list[Mode]:
    return [
        (GUIDANCE, _("Guidance")),
        (TRY, _("Try it out, from the first step on")),
        *_second_trial(page),
        *((f"{STEP}{number}", _step_label(number, child)) for number, child in enumerate(page.steps, 1)),
        (CONFIRM, _("Confirmation before sending")),
        (RECEIPT, _("Page after sending")),
        *((f"{NOTICE}{outcome}", notice_label(outcome)) for outcome in outcomes(page)),
    ]


def preview(page: "ProcedurePage", request: HttpRequest, mode: str) -> HttpResponse:
    """A mode that the form no longer has, such as a step that was deleted, shows the guidance."""
    if mode in (TRY, TRY_AS_BUSINESS):
        return trial_page(page, request, ProfileKind.BUSINESS if mode == TRY_AS_BUSINESS else "")
    if (number := _step_number(page, mode)) is not None:
        return step_page(request, new_trial(page), number)
    if mode.removeprefix(NOTICE) in outcomes(page):
        return notice_page(page, request, Outcome(mode.removeprefix(NOTICE)))
    draw = PAGES.get(mode)
    return draw(page, request) if draw else page.index_route(request)


def trial_page(page: "ProcedurePage", request: HttpRequest, applicant: str) -> HttpResponse:
    trial = new_trial(page, applicant=applicant)
    position = trial.neighbour(0, 1)
    if position is None:
        return render(request, "procedure_pages/preview/ended.html", {"has_no_steps": True})
    return step_page(request, trial, position)


def _step_number(page: "ProcedurePage", mode: str) -> int | None:
    number = mode.removeprefix(STEP)
    is_step = mode.startswith(STEP) and number.isdecimal() and 1 <= int(number) <= len(page.steps)
    return int(number) if is_step else None


def _second_trial(page: "ProcedurePage") -> list[Mode]:
    """A form may ask a business other things than an individual."""
    return [(TRY_AS_BUSINESS, _("Try it out as a business"))] if len(page.applicant_kinds) > 1 else []


def outcomes(page: "ProcedurePage") -> tuple[Outcome, ...]:
    if page.kind == ProcedureKind.NOTIFICATION:
        return (Outcome.ACCEPTED,)
    return (Outcome.GRANTED, Outcome.REFUSED)


def notice_label(outcome: Outcome) -> str:
    return _("Notice: %(outcome)s") % {"outcome": outcome.label}


def _step_label(number: int, child: Any) -> str:
    return _("Step %(number)d: %(title)s") % {"number": number, "title": child.value["title"]}


def confirmation(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    trial = new_trial(page)
    trial.answers = sample_answers(trial.schema)
    return confirm_page(request, trial)


def receipt(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    context = {"submission": invented_case(page), "is_open_day": True}
    return render(request, "procedure_pages/preview/receipt.html", context)


def notice_page(page: "ProcedurePage", request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """The notice as it will be printed, as pictures: a phone shows no PDF inside a page."""
    content = invented_notice(page, outcome)
    pictures = _pictures(typeset("notice", content, moment=timezone.now()))
    context = {"pictures": pictures, "content": content}
    return render(request, "procedure_pages/preview/notice.html", context)


PAGES: dict[str, Callable[["ProcedurePage", HttpRequest], HttpResponse]] = {CONFIRM: confirmation, RECEIPT: receipt}


def invented_case(page: "ProcedurePage") -> Submission:
    """A case that is in no table."""
    now = timezone.now()
    return Submission(
        form_version=_form(page),
        department=page.department,
        kind=page.kind,
        reference="preview",
        number="0" * 12,
        state=State.ARRIVED,
        arrived_at=now,
        delivery=Delivery.values[0],
        due_on=_due_on(page, now),
        round=1,
    )


def _due_on(page: "ProcedurePage", now: datetime) -> Any:
    days = page.processing_days
    return add_business_days(timezone.localdate(now), days) if days else None


def _form(page: "ProcedurePage") -> FormVersion:
    schema, handling = schema_to_json(compile_form(page).schema), handling_to_json(compile_handling(page))
    version = FormVersion(number=0, title=page.title, department=page.department)
    version.schema_data, version.handling_data, version.sha256 = schema, handling, sha256_of([schema, handling])
    return version


def invented_notice(page: "ProcedurePage", outcome: Outcome) -> dict[str, Any]:
    """What the notice will say, with a reason where one is mandatory."""
    case = invented_case(page)
    reason = _("(The reason that the office writes stands here.)") if outcome == Outcome.REFUSED else ""
    decision = Decision(submission=case, outcome=outcome, reason=reason)
    notice = Notice(
        submission=case,
        decision=decision,
        department=page.department,
        document_number=f"{page.department.symbol}第0号",
        title=notice_title(case.handling, outcome),
        issued_at=timezone.now(),
    )
    return notice_content(notice, applicant=APPLICANT)


def _pictures(pdf: bytes) -> list[str]:
    """Each page as the address of a PNG that holds it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_as_address(page.render(scale=PIXELS_PER_POINT).to_pil()) for page in document]
    finally:
        document.close()


def _as_address(picture: Any) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"
