"""控え: everything that was filed, as the applicant keeps it."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import DateField, Field
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from accounts.japanese.eras import both_calendars
from accounts.models import ApplicantProfile

from ..agent_words import agent_items
from ..enums import Delivery, ProcedureKind
from ..models import AnswerSet, Submission
from .answers import answer_parts
from .content import demo_mark
from .moments import japanese_moment
from .typesetting import typeset

ADDRESS = ("postal_code", "prefecture", "city", "street", "building")
NOT_SHOWN = ("id", "created_at", "updated_at", *ADDRESS[1:])


def render_receipt(submission: Submission, *, round: int | None = None) -> bytes:
    """The receipt of one filed round as a PDF, of the latest if `round` is None. AnswerSet.DoesNotExist for a draft."""
    answers = submission.answer_sets.select_related("form_version").get(round=round or submission.round)
    with translation.override(settings.LANGUAGE_CODE):
        return typeset("receipt", receipt_content(submission, answers), moment=answers.filed_at)


def receipt_content(submission: Submission, answers: AnswerSet) -> dict[str, Any]:
    """Texts only, by the places of the layout."""
    attachments = {str(attachment.pk): attachment for attachment in submission.attachments.all()}
    return {
        "site": render_to_string("theme/site_name.txt").strip(),
        "title": receipt_title(submission, answers),
        "introduction": _("This has arrived. Please keep this copy."),
        "number": submission.display_number,
        "number_label": pgettext("on a document", "Arrival number"),
        "moment_label": _("Correction arrived at") if answers.round > 1 else pgettext("on a document", "Arrived at"),
        "moment": japanese_moment(answers.filed_at),
        "facts": _facts(submission, answers),
        "parts": [_applicant_part(answers), *agent_parts(answers.agent), *answer_parts(answers, attachments)],
        "fingerprint": _("Fingerprint of the content (SHA-256): %(value)s") % {"value": answers.sha256[:32]},
        "demo": demo_mark(),
    }


def receipt_title(submission: Submission, answers: AnswerSet) -> str:
    if answers.round > 1 and submission.arrived_at:
        return _("Copy of the corrected filing")
    titles = {
        ProcedureKind.APPLICATION: _("Copy of the application"),
        ProcedureKind.NOTIFICATION: _("Copy of the notification"),
        ProcedureKind.REQUEST: _("Copy of the request"),
    }
    return titles[ProcedureKind(submission.kind)]


def _facts(submission: Submission, answers: AnswerSet) -> list[dict[str, Any]]:
    form = answers.form_version
    facts = [
        (pgettext("on a document", "Procedure"), form.title),
        (_("Version of the form"), _("Version %(number)d") % {"number": form.number}),
        (_("Filed with"), submission.department.name),
        (_("A result is expected by"), _expected(submission)),
        (_("Delivery of the notice"), str(Delivery(submission.delivery).label) if submission.delivery else ""),
    ]
    if answers.round > 1 and submission.arrived_at:
        facts.insert(0, (_("First arrived at"), japanese_moment(submission.arrived_at)))
    return [{"label": label, "value": value, "files": []} for label, value in facts if value]


def _expected(submission: Submission) -> str:
    """The day, with the business days it was counted by; empty where the office has promised none."""
    days = submission.handling.processing_days
    if not (submission.due_on and days):
        return ""
    counted = ngettext("%(days)d business day after the arrival", "%(days)d business days after the arrival", days)
    words = _("%(day)s (%(counted)s; the time in which you are asked to mend something does not count)")
    return words % {"day": both_calendars(submission.due_on), "counted": counted % {"days": days}}


def _applicant_part(answers: AnswerSet) -> dict[str, Any]:
    """The profile as it was filed, under its own names; empty items left out."""
    shown = [field for field in ApplicantProfile._meta.fields if field.name not in NOT_SHOWN]
    items = [
        {"label": _profile_label(field), "value": value, "files": []}
        for field in shown
        if (value := _profile_value(field, answers.applicant))
    ]
    return {"title": pgettext("on a document", "Applicant"), "blocks": [{"title": "", "items": items}]}


def agent_parts(agent: dict[str, Any]) -> list[dict[str, Any]]:
    """代理人 who filed it, as they were then; nothing where the applicant did."""
    if not agent:
        return []
    items = [{"label": str(label), "value": value, "files": []} for label, value in agent_items(agent)]
    return [{"title": pgettext("on a document", "Agent"), "blocks": [{"title": "", "items": items}]}]


def _profile_label(field: "Field[Any, Any]") -> str:
    return pgettext("on a document", "Address") if field.name == "postal_code" else str(field.verbose_name)


def _profile_value(field: "Field[Any, Any]", applicant: dict[str, str]) -> str:
    if field.name == "postal_code":
        postal_code = f"〒{applicant['postal_code']} " if applicant["postal_code"] else ""
        street = "".join(applicant[part] for part in ("prefecture", "city", "street"))
        return f"{postal_code}{street} {applicant['building']}".strip()
    value = applicant.get(field.name, "")
    if value and isinstance(field, DateField):
        return both_calendars(date.fromisoformat(value))
    return str(dict(field.flatchoices).get(value, value))
