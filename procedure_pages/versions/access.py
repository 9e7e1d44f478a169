"""Which procedure a page about versions is about, and who may open it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page

from submissions.models import FormVersion

from ..models import ProcedurePage


class ProcedureMixin(WagtailAdminTemplateMixin):
    """`self.page` is the procedure of the address. Open to its authors, its publishers and whoever moderates it now.

    They see how many cases a version carries, never a case.
    """

    page: ProcedurePage
    header_icon = "history"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(ProcedurePage, pk=kwargs["page_id"])
        self.permissions = self.page.permissions_for_user(request.user)
        if not self.permissions.can_edit():
            raise PermissionDenied

    def version(self, number: int) -> FormVersion:
        return get_object_or_404(FormVersion.objects.select_related("department"), page_id=self.page.pk, number=number)

    def address(self, name: str, *more: object) -> str:
        return reverse(f"procedure_versions:{name}", args=[self.page.pk, *more])

    def get_page_subtitle(self) -> str:
        return str(self.page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        here = {"url": self.address("list"), "label": _("Versions of the form")}
        last = [] if self.request.path == here["url"] else [{"url": "", "label": self.get_page_title()}]
        return [*get_breadcrumbs_items_for_page(self.page, self.request.user), here, *last]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.page, may_publish=self.permissions.can_publish(), **kwargs)
