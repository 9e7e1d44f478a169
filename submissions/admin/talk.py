"""The messages between applicant and office, as the desk shows them: with the names of colleagues."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..enums import Side
from ..forms.message import CHARACTERS_AT_MOST, MessageForm
from ..models import BouncedAddress, Message, Submission
from ..permissions import writing_side
from .forms import text_area


class OfficeMessageForm(MessageForm):
    body = forms.CharField(
        label=_("Message to the applicant"),
        max_length=CHARACTERS_AT_MOST,
        widget=text_area(4),
        error_messages={"required": _("Write your message first.")},
    )


def talk_of(case: Submission) -> list[Message]:
    """Oldest first, each with its author and files."""
    return list(case.messages.select_related("author").prefetch_related("attachments"))


def talk_context(case: Submission, user: Any) -> dict[str, Any]:
    is_office = writing_side(user, case) == Side.OFFICE
    bounced = BouncedAddress.objects.filter(email=case.profile.email.lower()).first()
    form = OfficeMessageForm() if is_office else None
    return {"talk": talk_of(case), "message_form": form, "bounced": bounced}
