"""What a notice says, frozen when it is issued. The PDF is drawn from this and from nothing else."""

from typing import Any

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.enums import ProfileKind
from accounts.japanese.eras import japanese_date

from ..enums import Outcome, ProcedureKind
from ..models import Decision, Notice, Submission
from ..schema import Handling

FORMAT = 1


def notice_title(handling: Handling, outcome: str) -> str:
    titles = {
        Outcome.GRANTED: handling.granted_title,
        Outcome.REFUSED: handling.refused_title,
        Outcome.ACCEPTED: handling.accepted_title,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return titles[Outcome(outcome)] or str(Outcome(outcome).label)


def notice_content(notice: Notice, *, applicant: dict[str, str] | None = None) -> dict[str, Any]:
    """Texts only, by the places of the layout; in the language of the office, whoever is at the keyboard.

    `applicant` stands for the one of the last filed round, where none was filed: in a preview.
    """
    with translation.override(settings.LANGUAGE_CODE):
        submission, decision = notice.submission, notice.decision
        return {
            "format": FORMAT,
            "document_number": notice.document_number,
            "date": japanese_date(timezone.localdate(notice.issued_at)),
            "title": notice.title,
            "addressee": addressee(applicant or applicant_of(submission)),
            "issuer": issuer(submission),
            "body": [opening(submission, decision), *_paragraphs(_granted_text(submission, decision))],
            "marker": pgettext("heading of the particulars of a notice", "Particulars"),
            "facts": _facts(submission),
            "sections": _sections(submission, decision),
            "contact": {"heading": pgettext("on a document", "Contact"), "lines": _contact_lines(submission)},
            "demo": demo_mark(),
        }


def demo_mark() -> str:
    return _("For demonstration only, without legal effect") if settings.IS_DEMO else ""


def applicant_of(submission: Submission) -> dict[str, str]:
    """The applicant as the last filed round names them."""
    filed: dict[str, str] = submission.answer_sets.values_list("applicant", flat=True).get(round=submission.round)
    return filed


def addressee(applicant: dict[str, str]) -> dict[str, Any]:
    """To whom the notice goes."""
    is_company = applicant["kind"] == ProfileKind.BUSINESS and applicant["representative_name"]
    postal_code = f"〒{applicant['postal_code']}" if applicant["postal_code"] else ""
    street = "".join(applicant[part] for part in ("prefecture", "city", "street"))
    return {
        "lines": [line for line in (postal_code, street, applicant["building"]) if line],
        "company": applicant["name"] if is_company else "",
        "name": applicant["representative_name"] if is_company else applicant["name"],
        "honorific": pgettext("after the name of an addressee", "Esq."),
    }


def issuer(submission: Submission) -> dict[str, str]:
    """Who decides, by title (職名), and the office that did the work."""
    office = submission.department.name
    title = submission.handling.issuer
    return {
        "name": title or office,
        "department": _("(in charge: %(department)s)") % {"department": office} if title else "",
    }


def opening(submission: Submission, decision: Decision) -> str:
    """The sentence that says what was filed when, and that the outcome follows."""
    date = japanese_date(timezone.localdate(submission.arrived_at))
    values = {"date": date, "procedure": submission.form_version.title}
    if decision.outcome == Outcome.ACCEPTED:
        return _("This is to inform you that “%(procedure)s”, notified on %(date)s, has been accepted.") % values
    if submission.kind == ProcedureKind.REQUEST:
        return _("This is to inform you of the decision on “%(procedure)s”, requested on %(date)s.") % values
    return _("This is to inform you of the decision on “%(procedure)s”, applied for on %(date)s.") % values


def is_adverse(decision: Decision) -> bool:
    """Whether the applicant may want to contest it: a refusal, or a grant with conditions or in part."""
    return decision.outcome == Outcome.REFUSED or (decision.outcome == Outcome.GRANTED and bool(decision.reason))


def _granted_text(submission: Submission, decision: Decision) -> str:
    return submission.handling.granted_text if decision.outcome == Outcome.GRANTED else ""


def _facts(submission: Submission) -> list[dict[str, str]]:
    return [
        {"label": pgettext("on a document", "Procedure"), "value": submission.form_version.title},
        {"label": pgettext("on a document", "Arrival number"), "value": submission.display_number},
        {"label": _("Day of arrival"), "value": japanese_date(timezone.localdate(submission.arrived_at))},
    ]


def _sections(submission: Submission, decision: Decision) -> list[dict[str, Any]]:
    is_refused = decision.outcome == Outcome.REFUSED
    remarks = pgettext("heading on a notice", "Conditions and remarks")
    reason_heading = pgettext("on a document", "Reason") if is_refused else remarks
    redress = submission.handling.redress if is_adverse(decision) else ""
    sections = [(reason_heading, decision.reason), (_("How to contest this decision"), redress)]
    return [{"heading": heading, "paragraphs": _paragraphs(text)} for heading, text in sections if text.strip()]


def _paragraphs(text: str) -> list[str]:
    """The lines that hold something; the layout indents each, so leading spaces go."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _contact_lines(submission: Submission) -> list[str]:
    office = submission.department
    phone = _("Telephone: %(phone)s") % {"phone": office.phone} if office.phone else ""
    email = _("E-mail: %(email)s") % {"email": office.email} if office.email else ""
    hours = _("Hours: %(hours)s") % {"hours": office.hours} if office.hours else ""
    return [line for line in (office.name, office.address, phone, email, hours) if line]
