from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.widgets.button import HeaderButton

from submissions.versions import Unfinished, total, unfinished_by_version, versions_of

from .access import ProcedureMixin


class VersionsView(ProcedureMixin, TemplateView):
    """Every version: when, by whom, why, and how many cases still stand on it."""

    template_name = "procedure_pages/versions/list.html"

    def get_page_title(self) -> str:
        return _("Versions of the form")

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Check the impact"), url=self.address("impact"), icon_name="group")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions, counts = list(versions_of(self.page)), unfinished_by_version(self.page)
        rows = [
            {
                "version": version,
                "is_newest": version == versions[0],
                "counts": counts.get(version.pk, Unfinished()),
                "compare_url": f"{self.address('compare')}?old={version.number - 1}&new={version.number}",
            }
            for version in versions
        ]
        return super().get_context_data(rows=rows, total=total(counts), numbers=[v.number for v in versions], **kwargs)
