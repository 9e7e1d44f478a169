"""The procedures that use a part of the library, and publishing them again with what it says now."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permissions import page_permission_policy

from submissions.impact import DRAFTS_AT_MOST
from submissions.versions import Unfinished, unfinished_by_page

from ..models import ProcedurePage, QuestionSet
from ..parts import procedures_using, renewed_parts
from ..republishing import republish
from .republishing_impact import Look, unseen


class UsageView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "procedure_pages/admin/usage.html"
    header_icon = "folder-open-inverse"

    @cached_property
    def part(self) -> QuestionSet:
        if not self.request.user.has_perm("procedure_pages.change_questionset"):
            raise PermissionDenied
        return get_object_or_404(QuestionSet, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return _("Procedures that use “%(part)s”") % {"part": self.part}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit_url = reverse(QuestionSet.snippet_viewset.get_url_name("edit"), args=[self.part.pk])
        above = {"url": edit_url, "label": self.part}
        return [*self.breadcrumbs_items, above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = rows_of(self.part, self.request.user)
        can_republish = any(row["can_republish"] for row in rows)
        return super().get_context_data(part=self.part, rows=rows, can_republish=can_republish, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only those that were ticked, each by itself: one that cannot be published does not hold up the others."""
        chosen = [int(key) for key in request.POST.getlist("page") if key.isdecimal()]
        pages = list(procedures_using(self.part).filter(pk__in=chosen))
        if looks := unseen(pages, request.POST.getlist("seen"), user=request.user):
            return self.ask(pages, looks)
        reasons = [(page.title, republish(page, user=request.user)) for page in pages]
        for title, reason in reasons:
            if reason:
                messages.error(request, _("“%(title)s”: %(reason)s") % {"title": title, "reason": reason})
        if count := sum(not reason for _title, reason in reasons):
            done = ngettext(
                "%(count)d procedure was published again.", "%(count)d procedures were published again.", count
            )
            messages.success(request, done % {"count": count})
        return redirect("procedure_admin:usage", self.part.pk)

    def ask(self, pages: list[ProcedurePage], looks: list[Look]) -> HttpResponse:
        """What it means for those who have begun, before anything is published."""
        context = self.get_context_data(chosen=pages, looks=looks, at_most=DRAFTS_AT_MOST)
        return TemplateResponse(self.request, "procedure_pages/admin/usage_impact.html", context)


def tell_usage(request: HttpRequest, part: QuestionSet) -> HttpResponse | None:
    """After a part was published, or scheduled: to the procedures that it concerns, and to the people in them."""
    pages = list(procedures_using(part))
    if pages and part.revisions.filter(approved_go_live_at__isnull=False).exists():
        messages.warning(
            request,
            _("When the part is published, these procedures keep the older one until they are published again."),
        )
        return redirect("procedure_admin:usage", part.pk)
    count = sum(part in parts for parts in renewed_parts(pages).values())
    if not count:
        return None
    text = ngettext(
        "%(count)d published procedure still has the older part.",
        "%(count)d published procedures still have the older part.",
        count,
    )
    messages.warning(request, text % {"count": count})
    return redirect("procedure_admin:usage", part.pk)


def rows_of(part: QuestionSet, user: Any) -> list[dict[str, Any]]:
    """With what may be done about each, as far as it shows without looking into the page."""
    pages = list(procedures_using(part))
    renewed = renewed_parts(pages)
    allowed = page_permission_policy.instances_user_has_permission_for(user, "publish")
    publishable = set(allowed.values_list("pk", flat=True))
    counts = unfinished_by_page(page.pk for page in pages)
    return [
        {
            **_row(page, is_older=part in renewed.get(page.pk, []), may_publish=page.pk in publishable),
            "counts": counts.get(page.pk, Unfinished()),
        }
        for page in pages
    ]


def _row(page: ProcedurePage, *, is_older: bool, may_publish: bool) -> dict[str, Any]:
    return {
        "page": page,
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "is_older": is_older,
        "can_republish": is_older and may_publish and not page.has_unpublished_changes and not page.locked,
    }
