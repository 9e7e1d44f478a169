"""An approval in moderation publishes, unless people have begun on the form of now: the impact is looked at first."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, WorkflowState
from wagtail.permissions import page_permission_policy

from ..models import ProcedurePage
from .moderation import is_approved


def lead_to_impact(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After an approval in the editor."""
    if "action-workflow-action" not in request.POST or not isinstance(page, ProcedurePage):
        return None
    page = ProcedurePage.objects.get(pk=page.pk)
    if not is_approved(page):
        return None
    messages.warning(request, _("Approved. Nothing is published yet: people have begun on the form of now."))
    return redirect("procedure_versions:impact", page.pk)


class ApprovedPagesPanel(Component):
    """On the first page of the admin: what was approved and still has to be published."""

    name = "approved_procedures"
    template_name = "procedure_pages/versions/approved.html"
    order = 90

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def pages(self) -> list[ProcedurePage]:
        return list(_approved_pages(self.request.user))

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        return {"pages": self.pages}


def _approved_pages(user: Any) -> Iterator[ProcedurePage]:
    """Of those that `user` may publish."""
    allowed = page_permission_policy.instances_user_has_permission_for(user, "publish")
    waiting = ProcedurePage.objects.filter(has_unpublished_changes=True, live=True, pk__in=allowed.values("pk"))
    moderated = waiting.filter(_specific_workflow_states__status=WorkflowState.STATUS_APPROVED).distinct()
    return (page for page in moderated.order_by("title") if is_approved(page))
