from .acceptance import AcceptancePeriod
from .answers import AnswerSet, DraftAnswers
from .attachment import Attachment
from .correspondence import BouncedAddress, MailOptOut, SentMessage
from .daily_root import DailyRoot
from .decision import Decision
from .event import AccessRecord, Event
from .follow_up import FollowUp
from .form_version import FormVersion
from .inbox import InboxItem
from .message import Message
from .notice import Notice, NumberSeries
from .review import CaseGrant, CorrectionItem, CorrectionRequest, Note
from .submission import Submission, SubmissionQuerySet
from .upload import Upload
from .version_deadline import VersionDeadline

__all__ = [
    "AcceptancePeriod",
    "AccessRecord",
    "AnswerSet",
    "Attachment",
    "BouncedAddress",
    "CaseGrant",
    "CorrectionItem",
    "CorrectionRequest",
    "DailyRoot",
    "Decision",
    "DraftAnswers",
    "Event",
    "FollowUp",
    "FormVersion",
    "InboxItem",
    "MailOptOut",
    "Message",
    "Note",
    "Notice",
    "NumberSeries",
    "SentMessage",
    "Submission",
    "SubmissionQuerySet",
    "Upload",
    "VersionDeadline",
]
