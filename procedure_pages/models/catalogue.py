from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from accounts.enums import ProfileKind

from ..cards import cards
from ..catalogue_filter import CatalogueFilter
from ..enums import Category, LifeEvent
from ..queries import UNSEEN, departments_with_procedures, procedures
from ..visitors import ForVisitors

PER_PAGE = 20


class CataloguePage(ForVisitors, Page):
    """手続一覧: finds a procedure by word and by filter; every result has an address."""

    lead = models.CharField(_("lead"), max_length=200, blank=True)

    content_panels: ClassVar[list[object]] = [*Page.content_panels, FieldPanel("lead")]
    template = "procedure_pages/catalogue_page.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = ["procedure_pages.ProcedurePage"]

    class Meta:
        verbose_name = _("catalogue of procedures")
        verbose_name_plural = _("catalogues of procedures")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        filters = CatalogueFilter.from_query(request.GET)
        everything = procedures(self.locale_id)
        found = Paginator(filters.find(timezone.now(), among=everything).defer(*UNSEEN), PER_PAGE)
        results = found.get_page(request.GET.get("page"))
        return {
            **super().get_context(request, *args, **kwargs),
            "filters": filters,
            "results": results,
            "cards": cards(results, request),
            "previous_url": filters.page_url(results.number - 1) if results.has_previous() else "",
            "next_url": filters.page_url(results.number + 1) if results.has_next() else "",
            "page_text": f"{results.number} / {found.num_pages}",
            "categories": Category.choices,
            "events": LifeEvent.choices,
            "applicants": ProfileKind.choices,
            "departments": departments_with_procedures(everything),
        }
