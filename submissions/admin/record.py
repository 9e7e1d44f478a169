"""Whether the record of a case is untouched, answered on the spot."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View

from ..chain.verify import Report, verify
from ..models import Submission
from .access import CaseMixin


class CheckRecordView(CaseMixin, View):
    """Reads everything of the case, its files too, and says what differs from what was recorded."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        report = Report()
        faults = list(verify(Submission.objects.filter(pk=self.case.pk), report, with_files=True))
        for fault in faults:
            messages.error(request, f"{fault.place}: {fault.problem}")
        if not faults:
            told = _("Nothing was altered: the answers, files, messages, decision and all %(count)d events match.")
            messages.success(request, told % {"count": report.events})
        return redirect("case_admin:case", self.case.pk)
