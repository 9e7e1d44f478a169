from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from submissions.models import FormVersion
from submissions.versions import compare, versions_of

from .access import ProcedureMixin


class CompareView(ProcedureMixin, TemplateView):
    """Any two versions, in words. `old` and `new` are numbers in the query."""

    template_name = "procedure_pages/versions/compare.html"

    def get_page_title(self) -> str:
        return _("Differences between two versions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        old, new = self.asked_for("old"), self.asked_for("new")
        return super().get_context_data(
            old=old,
            new=new,
            comparison=compare(old, new),
            numbers=list(versions_of(self.page).values_list("number", flat=True)),
            **kwargs,
        )

    def asked_for(self, name: str) -> FormVersion:
        number = self.request.GET.get(name, "")
        if not number.isdecimal() or len(number) > 6:
            raise Http404
        return self.version(int(number))
