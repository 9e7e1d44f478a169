from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.widgets import AdminDateTimeInput

from submissions.actions import set_version_deadline
from submissions.models import VersionDeadline
from submissions.refusals import Refused

from .access import ProcedureMixin


class DeadlineForm(forms.Form):
    ends_at = forms.DateTimeField(
        label=gettext_lazy("Deadline for drafts"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=gettext_lazy(
            "After this moment, drafts on this version must move to the newest form before they are sent. "
            "Corrections are not affected. Empty: no deadline."
        ),
    )


class DeadlineView(ProcedureMixin, View):
    """For one version. It may be set before the next version is published: it counts from then on."""

    template_name = "procedure_pages/versions/deadline.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not self.permissions.can_publish():
            raise PermissionDenied
        self.old = self.version(kwargs["number"])

    def get_page_title(self) -> str:
        return _("Deadline for drafts on version %(number)d") % {"number": self.old.number}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        deadline = VersionDeadline.objects.filter(form_version=self.old).first()
        return self.show(DeadlineForm(initial={"ends_at": deadline.ends_at if deadline else None}))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = DeadlineForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            set_version_deadline(self.old, user=request.user, ends_at=form.cleaned_data["ends_at"])
        except Refused as refusal:
            form.add_error("ends_at", str(refusal.message))
            return self.show(form)
        messages.success(request, _("The deadline has been saved."))
        return redirect(self.address("list"))

    def show(self, form: DeadlineForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form, media=form.media, old=self.old))
