"""One case on one page: on the left what was filed, on the right what to do about it and what was done."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from ..actions import mark_read
from ..agent_words import agent_items
from ..corrections import open_correction
from ..enums import GrantRole
from ..models import AccessRecord, Submission
from ..notices.proof import proof_of
from ..permissions import grants_of, is_applicant
from .access import CaseMixin, record_look
from .answers import current_round, steps_of
from .applicant import applicant_items
from .buttons import buttons_for, live_decision
from .filters import colleagues
from .forms import NoteForm
from .history import history_of
from .talk import talk_context

ACCESS_SHOWN = 20


def may_work_on(user: Any, case: Submission) -> bool:
    """Whether `user` may assign the case and write notes: the grant to look at it is not enough."""
    grants = grants_of(user)
    return grants.allow(GrantRole.REVIEW, case) or grants.allow(GrantRole.DECIDE, case)


def colleagues_of(case: Submission) -> QuerySet[Any]:
    return colleagues({case.department_id}, {case.procedure_id})


class CaseView(CaseMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "submissions/admin/case.html"
    header_icon = "clipboard-list"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        record_look(self.case, user=request.user)
        return super().get(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return f"{self.case.display_number} {self.case.applicant_name}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("case_admin:index"), "label": _("Review of applications")},
            {"url": "", "label": self.case.display_number},
        ]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        paper = reverse("case_admin:application_pdf", args=[self.case.pk])
        record = reverse("case_admin:check_record", args=[self.case.pk])
        return [
            HeaderButton(_("Application as PDF"), url=paper, icon_name="download"),
            HeaderButton(_("Check that nothing was altered"), url=record, icon_name="key"),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        assert isinstance(user, AbstractBaseUser)
        case, filed = self.case, current_round(self.case)
        context = super().get_context_data(
            case=case,
            steps=steps_of(case),
            applicant=applicant_items(case),
            agent=agent_items(filed.agent),
            filed=filed,
            buttons=buttons_for(user, case),
            own_draft=self.own_draft(),
            is_own_case=is_applicant(user, case),
            may_work=may_work_on(user, case),
            colleagues=colleagues_of(case),
            correction=open_correction(case),
            history=history_of(case),
            notes=case.notes.select_related("author"),
            note_form=NoteForm(),
            looks=AccessRecord.objects.filter(submission=case).select_related("user")[:ACCESS_SHOWN],
            notices=[(notice, proof_of(notice)) for notice in case.notices.select_related("decision")],
            decisions=case.decisions.select_related("drafted_by", "decided_by"),
            **talk_context(case, user),
            **kwargs,
        )
        mark_read(case, user=user)
        return context

    def own_draft(self) -> bool:
        """Whether the user would approve, had not they themselves drafted."""
        decision = live_decision(self.case)
        is_drafter = decision is not None and decision.drafted_by_id == self.request.user.pk
        return is_drafter and grants_of(self.request.user).allow(GrantRole.DECIDE, self.case)
