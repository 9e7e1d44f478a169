"""Everything that changes a case. The wizard, the admin, the API, tasks and commands call these and nothing else."""

from .acceptance import set_acceptance
from .attachments import add_attachment, order_attachments, remove_attachment
from .bounces import forget_bounce, record_bounce
from .choose_delivery import choose_delivery
from .choose_mails import choose_mails
from .copy_case import copy_case
from .corrections import request_correction
from .decide import approve, decide, propose
from .direct_uploads import begin_upload, cancel_upload, complete_upload
from .drafts import Saved, discard_draft, save_draft, start_draft
from .inbox import mark_all_told, mark_told
from .issue_notice import issue_notice
from .messages import mark_read, send_message
from .move_draft import confirm_answer, move_draft
from .open_notice import open_notice
from .publish_form import publish_form
from .review import add_note, assign, record_access
from .set_case_grants import set_case_grants
from .set_follow_ups import set_follow_ups
from .submit import resubmit, submit
from .transition import perform
from .version_deadline import set_version_deadline

__all__ = [
    "Saved",
    "add_attachment",
    "add_note",
    "approve",
    "assign",
    "begin_upload",
    "cancel_upload",
    "choose_delivery",
    "choose_mails",
    "complete_upload",
    "confirm_answer",
    "copy_case",
    "decide",
    "discard_draft",
    "forget_bounce",
    "issue_notice",
    "mark_all_told",
    "mark_read",
    "mark_told",
    "move_draft",
    "open_notice",
    "order_attachments",
    "perform",
    "propose",
    "publish_form",
    "record_access",
    "record_bounce",
    "remove_attachment",
    "request_correction",
    "resubmit",
    "save_draft",
    "send_message",
    "set_acceptance",
    "set_case_grants",
    "set_follow_ups",
    "set_version_deadline",
    "start_draft",
    "submit",
]
