"""The records of the ZIP as plain data: what a person reads beside what a program reads."""

from typing import Any

from django.forms.models import model_to_dict

from accounts.models import ApplicantProfile
from accounts.queries import account_history

from ..models import AnswerSet, CorrectionRequest, Submission
from ..notices.answers import answer_parts
from ..workflow import TRANSITIONS


def account_record(user: Any) -> dict[str, Any]:
    """The login itself. Secrets are not in it: nobody may read them, not even their owner."""
    consents = user.consents.select_related("terms").defer("terms__body")
    return {
        "login_id": user.username,
        "email": user.email,
        "registered_at": user.date_joined,
        "last_login_at": user.last_login,
        "consents": [
            {"terms": each.terms.number, "title": each.terms.title, "sha256": each.terms.sha256, "at": each.agreed_at}
            for each in consents
        ],
        "devices": list(user.known_devices.values("words", "first_seen_at", "last_seen_at")),
        "sessions": list(user.usersession_set.values("user_agent", "ip", "created_at", "last_seen_at")),
        "second_factors": list(user.authenticator_set.values("type", "created_at", "last_used_at")),
        "api_tokens": list(user.api_tokens.values("name", "prefix", "created", "last_used_at", "revoked_at")),
        "history": list(account_history(user).values("kind", "detail", "happened_at")),
    }


def profile_record(profile: ApplicantProfile) -> dict[str, Any]:
    values = model_to_dict(profile, exclude=["id", "members"])
    members = profile.memberships.values("user__username", "role", "joined_at")
    return {**values, "created_at": profile.created_at, "updated_at": profile.updated_at, "members": list(members)}


def case_record(submission: Submission) -> dict[str, Any]:
    """The case as its applicant may know it: what is internal to the office is not in it."""
    draft = getattr(submission, "draft", None)
    return {
        "number": submission.display_number,
        "procedure": submission.form_version.title,
        "form_version": submission.form_version.number,
        "office": submission.department.name,
        "state": submission.state,
        "state_in_words": submission.status.label_for_applicant,
        "begun_at": submission.created_at,
        "arrived_at": submission.arrived_at,
        "decided_at": submission.decided_at,
        "delivery": submission.delivery,
        "unsent_answers": draft.answers if draft else None,
        "rounds": [_round(answers, submission) for answers in submission.answer_sets.select_related("form_version")],
        "history": _history(submission),
        "corrections": [_correction(each) for each in submission.corrections.prefetch_related("items")],
        "messages": list(submission.messages.values("side", "body", "sent_at", "read_at")),
        "notices": [
            {
                "title": notice.title,
                "number": notice.document_number,
                "issued_at": notice.issued_at,
                "content": notice.content,
            }
            for notice in submission.notices.filter(available_at__isnull=False)
        ],
        "files": list(submission.attachments.values("id", "name", "content_type", "size", "sha256", "uploaded_at")),
        "looked_at_by": list(submission.access_records.values("department__name", "kind", "accessed_at")),
    }


def _round(answers: AnswerSet, submission: Submission) -> dict[str, Any]:
    attachments = {str(attachment.pk): attachment for attachment in submission.attachments.all()}
    return {
        "round": answers.round,
        "filed_at": answers.filed_at,
        "sha256": answers.sha256,
        "applicant": answers.applicant,
        "answers": answers.answers,
        "answers_in_words": answer_parts(answers, attachments),
    }


def _correction(correction: CorrectionRequest) -> dict[str, Any]:
    return {
        "round": correction.round,
        "words_to_you": correction.comment,
        "due_on": correction.due_on,
        "asked_at": correction.requested_at,
        "items": list(correction.items.values("path", "label", "remark")),
    }


def _history(submission: Submission) -> list[dict[str, Any]]:
    told = {name: move for name, move in TRANSITIONS.items() if not move.is_internal}
    return [
        {"at": event.happened_at, "what": str(told[event.name].done), "words_to_you": event.comment}
        for event in submission.events.all()
        if event.name in told
    ]
