"""The buttons that move a case: write, read what the applicant will be told, confirm. Nothing typed is ever lost."""

from typing import Any, ClassVar

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..actions import perform
from ..permissions import can_perform
from ..refusals import NotAllowed, Refused, WrongState
from ..workflow import TRANSITIONS, Transition
from .access import CaseMixin, record_look
from .buttons import arrows_from
from .forms import ConfirmForm, ReasonForm, SendBackForm
from .told import Told, told_of_move

HIDDEN_AWAY = ("csrfmiddlewaretoken", "stage")


class MoveView(CaseMixin, WagtailAdminTemplateMixin, View):
    """One transition. The posted `stage` is ``preview`` (show it), ``edit`` (back to the form) or ``send`` (do it)."""

    transition: ClassVar[str]
    form_class: ClassVar[type[Form]] = ReasonForm
    template_name = "submissions/admin/move.html"
    preview_template_name = "submissions/admin/move_preview.html"
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.arrow = self.get_arrow()
        if not can_perform(request.user, self.arrow, self.case):
            return self.turn_away(NotAllowed())
        record_look(self.case, user=request.user)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[return-value]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.is_possible():
            return self.turn_away(WrongState())
        return self.show_form(self.get_form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form(request.POST)
        stage = request.POST.get("stage")
        if not form.is_valid() or stage == "edit":
            return self.show_form(form, is_returning=stage == "edit")
        if stage != "send":
            return self.show_preview(form)
        try:
            self.perform(form)
        except Refused as refusal:
            form.add_error(None, str(refusal.message))
            return self.show_form(form)
        messages.success(request, self.done_message())
        return redirect("case_admin:case", self.case.pk)

    def get_arrow(self) -> Transition:
        return TRANSITIONS[self.transition]

    def is_possible(self) -> bool:
        return self.arrow in arrows_from(self.case)

    def get_form(self, data: Any = None) -> Form:
        return self.form_class(data)

    def perform(self, form: Form) -> None:
        perform(
            self.arrow.name,
            self.case,
            user=self.request.user,
            comment=form.cleaned_data.get("comment", ""),
            internal_comment=form.cleaned_data.get("internal_comment", ""),
        )

    def told(self, form: Form) -> Told:
        data = form.cleaned_data
        return told_of_move(self.arrow.target, data["comment"], internal=data.get("internal_comment", ""))

    def done_message(self) -> str:
        return _("%(case)s: %(done)s") % {"case": self.case, "done": self.arrow.done}

    def turn_away(self, refusal: Refused) -> HttpResponse:
        messages.error(self.request, str(refusal.message))
        return redirect("case_admin:case", self.case.pk)

    def show_form(self, form: Form, *, is_returning: bool = False) -> HttpResponse:
        if is_returning:
            form.errors.clear()
        return self.render_to_response(self.get_context_data(form=form, **self.extra_context_of(form)))

    def show_preview(self, form: Form) -> HttpResponse:
        typed = [(name, value) for name, values in self.request.POST.lists() for value in values]
        kept = [(name, value) for name, value in typed if name not in HIDDEN_AWAY]
        context = self.get_context_data(form=form, told=self.told(form), typed=kept)
        return self.response_class(self.request, self.preview_template_name, context)

    def extra_context_of(self, form: Form) -> dict[str, Any]:
        return {}

    def get_page_title(self) -> str:
        return str(self.arrow.label)

    def get_page_subtitle(self) -> str:
        return str(self.case)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("case_admin:index"), "label": _("Review of applications")},
            {"url": reverse("case_admin:case", args=[self.case.pk]), "label": str(self.case)},
            {"url": "", "label": str(self.arrow.label)},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(case=self.case, arrow=self.arrow, view=self, **kwargs)


class StartReviewView(MoveView):
    transition = "start_review"
    form_class = ConfirmForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("case_admin:case", self.case.pk)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            perform(self.transition, self.case, user=request.user)
        except Refused as refusal:
            return self.turn_away(refusal)
        messages.success(request, self.done_message())
        return redirect("case_admin:case", self.case.pk)


class ReturnView(MoveView):
    transition = "return"


class CancelCorrectionView(MoveView):
    transition = "cancel_correction"


class SendBackView(MoveView):
    transition = "send_back"
    form_class = SendBackForm
