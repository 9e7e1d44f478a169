"""What the events of a case say about everything else in it, so that the chain of events covers the whole case."""

from collections.abc import Iterable, Mapping
from typing import Any

from ..evidence import sha256_of
from ..models import AnswerSet, Attachment, Decision, Event, Message, Notice

Facts = dict[str, Any]


def event_content(event: Event) -> Facts:
    """What the hash of an event covers."""
    return {
        "submission": event.submission_id,
        "sequence": event.sequence,
        "name": event.name,
        "from": str(event.from_state),
        "to": str(event.to_state),
        "actor": event.actor_id,
        "role": str(event.actor_role),
        "comment": event.comment,
        "internal_comment": event.internal_comment,
        "data": event.data,
        "happened_at": event.happened_at.isoformat(),
    }


def round_facts(filed: AnswerSet, files: Iterable[Attachment], *, terms: str) -> Facts:
    """Of a filing: the form, the answers, every file by its checksum, and the terms agreed to (their SHA-256)."""
    return {
        "round": filed.round,
        "form": filed.form_version.sha256,
        "answers": filed.sha256,
        "files": {str(file.pk): file.sha256 for file in files},
        "terms": terms,
    }


def answers_hash(answers: Mapping[str, Any], applicant: Mapping[str, Any], agent: Mapping[str, Any]) -> str:
    return sha256_of({"answers": answers, "applicant": applicant, **({"agent": agent} if agent else {})})


def decision_facts(decision: Decision, notice: Notice) -> Facts:
    return {"decision": decision_hash(decision), "notice": {"id": str(notice.pk), "content": notice_hash(notice)}}


def decision_hash(decision: Decision) -> str:
    return sha256_of(
        {
            "outcome": str(decision.outcome),
            "reason": decision.reason,
            "drafted_by": decision.drafted_by_id,
            "decided_by": decision.decided_by_id,
            "decided_at": decision.decided_at.isoformat() if decision.decided_at else "",
        }
    )


def notice_hash(notice: Notice) -> str:
    return sha256_of({"number": notice.document_number, "title": notice.title, "content": notice.content})


def message_hash(body: str, file_hashes: Iterable[str]) -> str:
    return sha256_of({"body": body, "files": list(file_hashes)})


def hash_of_message(message: Message, files: Iterable[Attachment]) -> str:
    """Of a message as it is stored; its files in the order in which they were attached."""
    return message_hash(message.body, (file.sha256 for file in files))
