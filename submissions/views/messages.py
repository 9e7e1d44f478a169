"""What the applicant and the office write to each other about one case."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import applicant_required

from ..actions import mark_read, mark_told, send_message
from ..enums import Side, State
from ..forms.message import MessageForm
from ..models import Attachment, Submission
from ..notifications import names_at
from ..permissions import writing_side
from ..refusals import Refused
from .access import own_case
from .attached import as_file


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def case_messages(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole correspondence, oldest first; opening the page counts as having read it."""
    case = own_case(request, reference)
    if case.state == State.DRAFT:
        return redirect("submissions:step", reference, 1)
    form = MessageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and sent(request, case, form):
        return redirect(f"{request.path}#end")
    context = {
        "submission": case,
        "conversation": conversation(case, request.user),
        "form": form if writing_side(request.user, case) == Side.APPLICANT else None,
        "form_errors": form.errors if form.is_bound else {},
    }
    mark_read(case, user=request.user)
    mark_told(case, user=request.user, notifications=names_at("messages"))
    return render(request, "submissions/mypage/messages.html", context)


def sent(request: HttpRequest, case: Submission, form: MessageForm) -> bool:
    """Whether it went out; else the form says why not, with the text still in it."""
    data = form.cleaned_data
    try:
        send_message(case, user=request.user, body=data["body"], uploads=data["attached"], key=data["key"])
    except Refused as refusal:
        form.add_error("attached" if data["attached"] else None, str(refusal))
        return False
    messages.success(request, _("Your message has been sent to the office."))
    return True


def conversation(case: Submission, user: Any) -> list[dict[str, Any]]:
    """The messages with their files, as the applicant's side sees them: the office has no names."""
    return [
        {
            "message": message,
            "is_mine": message.side == Side.APPLICANT,
            "files": [file_of(attachment, user) for attachment in message.attachments.all()],
        }
        for message in case.messages.prefetch_related("attachments")
    ]


def file_of(attachment: Attachment, user: Any) -> dict[str, str]:
    """Without its address until it has been checked, unless it is one's own."""
    shown = as_file(attachment)
    is_open = attachment.is_readable or attachment.uploaded_by_id == user.pk
    return shown if is_open else {**shown, "url": "", "thumbnail_url": ""}
