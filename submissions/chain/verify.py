"""Whether what is stored about a case is what was recorded at the time. Each difference is found and named."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from ..enums import State
from ..evidence import event_hash
from ..models import AnswerSet, Attachment, Decision, Event, Message, Notice, Submission
from .facts import answers_hash, decision_hash, event_content, hash_of_message, notice_hash

CASES_AT_ONCE = 500
EVENT_COLUMNS = (
    "submission_id",
    "sequence",
    "name",
    "from_state",
    "to_state",
    "actor_id",
    "actor_role",
    "comment",
    "internal_comment",
    "data",
    "happened_at",
    "previous_hash",
    "hash",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """`case` is the number of the case, `place` the part of it that was touched, `problem` a sentence."""

    case: str
    place: str
    problem: str

    def __str__(self) -> str:
        return f"{self.case}: {self.place}: {self.problem}"


@dataclass
class Report:
    cases: int = 0
    events: int = 0


def verify(
    cases: QuerySet[Submission],
    report: Report,
    *,
    with_files: bool = False,
    after_batch: Callable[[], None] = lambda: None,
) -> Iterator[Fault]:
    """Every fault in the filed ones of `cases`, in the order of their keys; `report` counts on the way.

    `with_files` reads every file from the storage too, which takes as long as reading them takes.
    """
    last = 0
    filed = cases.exclude(state=State.DRAFT).order_by("pk")
    while batch := list(filed.filter(pk__gt=last).only("pk", "number", "state", "round")[:CASES_AT_ONCE]):
        yield from _faults_of(batch, report, with_files=with_files)
        after_batch()
        last = batch[-1].pk


def _faults_of(batch: Sequence[Submission], report: Report, *, with_files: bool) -> Iterator[Fault]:
    events = _by_case(
        Event.objects.order_by("submission_id", "sequence").values_list(*EVENT_COLUMNS, named=True), batch
    )
    rounds = _by_case(AnswerSet.objects.select_related("form_version").defer(*_big("form_version")), batch)
    files = _by_case(Attachment.objects.order_by("uploaded_at"), batch)
    messages = _by_case(Message.objects.all(), batch)
    notices = _by_case(Notice.objects.all(), batch)
    decisions = _by_case(Decision.objects.exclude(decided_at=None).order_by("decided_at"), batch)
    for case in batch:
        report.cases += 1
        report.events += len(events[case.pk])
        found = [
            *_events(case, events[case.pk]),
            *_rounds(events[case.pk], rounds[case.pk], files[case.pk]),
            *_messages(events[case.pk], messages[case.pk], files[case.pk]),
            *_outcome(events[case.pk], notices[case.pk], decisions[case.pk]),
        ]
        if with_files:
            found += [*_contents(files[case.pk]), *_papers(notices[case.pk])]
        yield from (Fault(case.display_number, place, problem) for place, problem in found)


Found = Iterator[tuple[str, str]]


def _events(case: Submission, events: Sequence[Any]) -> Found:
    previous = ""
    for number, event in enumerate(events, 1):
        place = _("event %(number)d") % {"number": event.sequence}
        if event.sequence != number:
            yield place, _("an event before it is missing")
            return
        if event.previous_hash != previous:
            yield place, _("it does not follow from the event before it")
        if event_hash(event.previous_hash, event_content(event)) != event.hash:
            yield place, _("it is not what was recorded")
        previous = event.hash
    if not events:
        yield _("events"), _("a filed case has none")
    elif events[-1].to_state != case.state:
        yield _("state"), _("it is not that of the last event")


def _rounds(events: Sequence[Any], rounds: Sequence[AnswerSet], files: Sequence[Attachment]) -> Found:
    recorded = {event.data["round"]: event.data for event in events if "round" in event.data}
    stored = {str(file.pk): file for file in files}
    for filed in rounds:
        place = _("answers of round %(number)d") % {"number": filed.round}
        facts = recorded.pop(filed.round, None)
        if facts is None:
            yield place, _("no event tells of them")
            continue
        if answers_hash(filed.answers, filed.applicant, filed.agent) != facts["answers"]:
            yield place, _("they are not what was filed")
        if filed.form_version.sha256 != facts["form"]:
            yield place, _("they belong to another form than they were filed with")
        for key, sha256 in facts["files"].items():
            if key not in stored:
                yield _("file %(name)s") % {"name": key}, _("it is gone")
            elif stored[key].sha256 != sha256:
                yield _file(stored[key]), _("its checksum is not the one that was filed")
    for number in recorded:
        yield _("answers of round %(number)d") % {"number": number}, _("they are gone")


def _messages(events: Sequence[Any], messages: Sequence[Message], files: Sequence[Attachment]) -> Found:
    recorded = {event.data["message"]: event.data["sha256"] for event in events if "message" in event.data}
    sent: dict[Any, list[Attachment]] = defaultdict(list)
    for file in files:
        sent[file.message_id].append(file)
    for message in messages:
        sha256 = recorded.pop(str(message.pk), None)
        if sha256 is None:
            yield _("message %(key)s") % {"key": message.pk}, _("no event tells of it")
        elif hash_of_message(message, sent[message.pk]) != sha256:
            yield _("message %(key)s") % {"key": message.pk}, _("it is not what was sent")
    for key in recorded:
        yield _("message %(key)s") % {"key": key}, _("it is gone")


def _outcome(events: Sequence[Any], notices: Sequence[Notice], decisions: Sequence[Decision]) -> Found:
    recorded = [event.data for event in events if "decision" in event.data]
    if [decision_hash(decision) for decision in decisions] != [facts["decision"] for facts in recorded]:
        yield _("decision"), _("it is not what was decided")
    contents = {facts["notice"]["id"]: facts["notice"]["content"] for facts in recorded}
    if {str(notice.pk): notice_hash(notice) for notice in notices} != contents:
        yield _("notice"), _("it does not say what was issued")


def _contents(files: Iterable[Attachment]) -> Found:
    for file in files:
        if (fault := _fault_of_file(file.file, file.sha256)) is not None:
            yield _file(file), fault


def _papers(notices: Iterable[Notice]) -> Found:
    for notice in notices:
        if notice.pdf and (fault := _fault_of_file(notice.pdf, notice.sha256)) is not None:
            yield _("notice %(number)s") % {"number": notice.document_number}, fault


def _fault_of_file(stored: Any, sha256: str) -> str | None:
    try:
        with stored.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256")
    except OSError:
        return _("the file is not in the storage")
    return None if digest.hexdigest() == sha256 else _("the file in the storage is not the one that was kept")


def _file(file: Attachment) -> str:
    return _("file %(name)s") % {"name": file.name}


def _by_case(rows: QuerySet[Any, Any], batch: Sequence[Model]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.filter(submission__in=[case.pk for case in batch]):
        found[row.submission_id].append(row)
    return found


def _big(relation: str) -> tuple[str, str]:
    return f"{relation}__schema_data", f"{relation}__handling_data"
