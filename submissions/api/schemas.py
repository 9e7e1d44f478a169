"""What programs send and receive."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator, ConfigDict

from accounts.japanese.normalise import as_typed

from ..enums import Delivery

Answers = dict[str, Any]
ErrorsByPath = dict[str, list[str]]
DELIVERIES: list[Any] = list(Delivery.values)


class Strict(Schema):
    """A misspelt name is refused, not ignored."""

    model_config = ConfigDict(extra="forbid")


class NewSubmission(Strict):
    procedure: int = Field(description="The id of the procedure.")
    profile: int = Field(description="The id of one of your profiles: who applies.")


class ChangedAnswers(Strict):
    """Only the answers that changed, each as a whole: by the key or the alias of its question, a group as its rows."""

    answers: Answers
    base_version: int | None = Field(None, ge=0, description="The version that you have seen; conflicts are told.")
    overwrite: bool = Field(False, description="Save over what was changed elsewhere since `base_version`.")
    confirmed: list[str] = Field([], max_length=1000, description="Paths among `doubts` that were looked at.")


class Sending(Strict):
    delivery: str = Field("", description="How the notice is to come.", json_schema_extra={"enum": DELIVERIES})


class Withdrawal(Strict):
    comment: Annotated[str, AfterValidator(as_typed)] = Field("", max_length=2000)


class NewerForm(Schema):
    """The form that the procedure offers now, where a draft stands on an older one. See ``POST …/move/``."""

    version: int
    published_at: datetime
    note: str = Field(description="What the office says of the change.")
    deadline: datetime | None = Field(description="Until when the draft may be sent on its own form; null if ever.")


class DetailOut(Schema):
    what: str
    before: str
    after: str


class DifferenceOut(Schema):
    change: str = Field(description="`added`, `removed` or `changed`.")
    subject: str
    place: str
    details: list[DetailOut] = Field(alias="for_applicants")


class DifferencesOut(Schema):
    """In words, in the language that was asked for."""

    version: int
    form: list[DifferenceOut]
    promises: list[DetailOut]


class SavedAnswers(Schema):
    """What the draft holds now, as typed, and what is still wrong with it, for information."""

    version: int
    answers: Answers
    errors: ErrorsByPath


class Profile(Schema):
    id: int
    kind: str
    name: str
    role: str = Field(description="manager, clerk, reader; agent: by appointment.")
    agent: str = Field("", description="In the name of which of your profiles you are the agent.")


class ProcedureName(Schema):
    id: int
    title: str


class SubmissionSummary(Schema):
    reference: str
    procedure: ProcedureName
    kind: str
    profile: int
    state: str
    state_label: str
    number: str | None = Field(description="The arrival number, in groups of four digits.")
    created_at: datetime
    arrived_at: datetime | None
    due_on: date | None
    is_clock_stopped: bool = Field(description="The processing period stands still while a correction is awaited.")
    decided_at: datetime | None


class SubmissionPage(Schema):
    items: list[SubmissionSummary]
    next: str | None = Field(description="Send it as `after` to read on; null at the end.")


class EventOut(Schema):
    name: str
    label: str
    comment: str
    happened_at: datetime
    by: str = Field("", description="Who of a business, or of an agent, did it.")
    agent: str = Field("", description="The agent in whose office it was done, if one acted.")


class AttachmentOut(Schema):
    id: UUID
    path: str
    name: str
    content_type: str
    size: int = Field(description="Bytes.")
    sha256: str
    scan_state: str
    uploaded_at: datetime


class MessageOut(Schema):
    id: UUID
    side: str = Field(description="Who wrote: `applicant` or `office`.")
    body: str
    sent_at: datetime
    read_at: datetime | None = Field(description="When the other side first read it.")
    attachments: list[AttachmentOut]


class ItemToCorrect(Schema):
    path: str
    label: str
    remark: str


class Correction(Schema):
    comment: str
    due_on: date
    items: list[ItemToCorrect]


class SubmissionDetail(SubmissionSummary):
    """`answers` are the draft as typed while it may be changed, else the values of the last filed round."""

    form_version: int
    round: int
    delivery: str
    version: int | None = Field(description="Of the draft; null once there is none.")
    answers: Answers
    errors: ErrorsByPath = Field(description="What is still wrong with the draft.")
    doubts: dict[str, str] = Field(
        description="Path -> why an answer that came from an older form should be looked at: "
        "`kind`, `choice`, `limit`, `file`, `reworded`. Goes when the answer changes or is `confirmed`."
    )
    newer_form: NewerForm | None
    attachments: list[AttachmentOut]
    correction: Correction | None
    events: list[EventOut]


class NoticeOut(Schema):
    id: UUID
    title: str
    document_number: str
    issued_at: datetime
    delivery: str
    first_opened_at: datetime | None
    first_downloaded_at: datetime | None


class FormOut(Schema):
    """`json_schema` describes the answers (JSON Schema 2020-12), `ui_schema` how to ask for them.

    Operations that answer with it say ``by_alias=True``: ninja's own method holds the name.
    """

    version: int
    title: str
    answers_schema: dict[str, Any] = Field(alias="json_schema")
    ui_schema: dict[str, Any]
