"""What a reviewer does beside moving a case: take it, hand it to a colleague, keep a note, write to the applicant."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View

from accounts.ids import id_of

from ..actions import add_note, assign, send_message
from ..refusals import Refused
from .access import CaseMixin
from .case import CaseView, colleagues_of
from .forms import NoteForm
from .talk import OfficeMessageForm


class AssignView(CaseMixin, View):
    """Puts the posted `assignee`, ``me`` or nobody (empty) in charge."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            case = assign(self.case, user=request.user, assignee=self.get_assignee())
        except Refused as refusal:
            messages.error(request, str(refusal.message))
        else:
            name = case.assignee
            messages.success(
                request, _("%(name)s is in charge now.") % {"name": name} if name else _("Nobody is in charge now.")
            )
        return redirect("case_admin:case", self.case.pk)

    def get_assignee(self) -> Any:
        wanted = self.request.POST.get("assignee", "")
        if wanted == "me":
            return self.request.user
        if not wanted:
            return None
        found = colleagues_of(self.case).filter(pk=id_of(wanted)).first()
        if found is None:
            raise Refused(_("Choose a colleague who may work on this case."))
        return found


class NoteView(CaseView):
    """Keeps a note; one that cannot be kept comes back as it was typed."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = NoteForm(request.POST)
        if form.is_valid():
            try:
                add_note(self.case, user=request.user, body=form.cleaned_data["body"])
            except Refused as refusal:
                form.add_error(None, str(refusal.message))
            else:
                messages.success(request, _("The note is kept."))
                return redirect("case_admin:case", self.case.pk)
        return self.render_to_response({**self.get_context_data(), "note_form": form})


class MessageView(CaseView):
    """Writes to the applicant; a message that cannot be sent comes back as it was typed."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = OfficeMessageForm(request.POST, request.FILES)
        if form.is_valid():
            data = form.cleaned_data
            try:
                send_message(self.case, user=request.user, body=data["body"], uploads=data["attached"], key=data["key"])
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _("The message has been sent to the applicant."))
                return redirect("case_admin:case", self.case.pk)
        return self.render_to_response({**self.get_context_data(), "message_form": form})
