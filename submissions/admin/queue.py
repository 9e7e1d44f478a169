"""The work queue: every case in sight, in the order of arrival, everything it shows in its address."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.views.generic.base import BaseListingView

from ..models import Submission
from ..permissions import cases_for_staff
from .access import GrantedMixin
from .columns import QUEUE_COLUMNS, CaseTable
from .filters import CaseFilterSet
from .paging import Cursor, Slice, fetch
from .quick_views import DEFAULT, QUICK_VIEWS, QuickView
from .search import cases_matching

PAGE_SIZE = 50
NOT_KEPT = ("_w_filter_fragment", "p")


class QueueView(GrantedMixin, BaseListingView):
    template_name = "submissions/admin/queue.html"
    results_template_name = "submissions/admin/queue_results.html"
    page_title = _("Review of applications")
    header_icon = "clipboard-list"
    index_url_name = "case_admin:index"
    index_results_url_name = "case_admin:index_results"
    is_searchable = True
    filterset_class = CaseFilterSet
    table_class = CaseTable
    table_classname = "listing desk-queue"
    columns = QUEUE_COLUMNS
    verbose_name = Submission._meta.verbose_name
    verbose_name_plural = Submission._meta.verbose_name_plural

    def get_search_form(self) -> SearchForm:
        placeholder = _("Number, name or kana")
        return SearchForm(self.request.GET if "q" in self.request.GET else None, placeholder=placeholder)

    @cached_property
    def quick_view(self) -> QuickView:
        return QUICK_VIEWS.get(self.request.GET.get("view", ""), DEFAULT)

    def get_base_queryset(self) -> QuerySet[Submission]:
        cases = cases_for_staff(self.request.user).select_related("form_version", "assignee")
        return cases.defer("form_version__schema_data", "form_version__handling_data")

    def get_queryset(self) -> list[Submission]:
        self.slice = self.get_slice()
        return self.slice.rows

    def get_slice(self) -> Slice:
        cases = self.filter_queryset(self.get_base_queryset())
        if self.is_searching:
            cases = cases.filter(cases_matching(self.search_query))
        is_looking_for_one = self.is_searching or "state" in self.request.GET
        if not (self.quick_view.is_only_order and is_looking_for_one):
            cases = cases.filter(self.quick_view.condition(self.request.user))
        cursor = Cursor.parse(self.request.GET.get("p", ""))
        return fetch(cases, cursor=cursor, is_newest_first=self.quick_view.is_newest_first, size=PAGE_SIZE)

    def link(self, **changes: str) -> str:
        """The address of the queue as it is now, with `changes`; always from the first page unless `p` is given."""
        query = self.request.GET.copy()
        for name in NOT_KEPT:
            query.pop(name, None)
        for name, value in changes.items():
            query[name] = value
        return f"{self.index_url}?{query.urlencode()}"

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        return {
            **context,
            "quick_view": self.quick_view,
            "tabs": [(view, self.link(view=view.key)) for view in QUICK_VIEWS.values()],
            "previous_url": self.link(p=self.slice.previous) if self.slice.previous else "",
            "next_url": self.link(p=self.slice.next) if self.slice.next else "",
        }
