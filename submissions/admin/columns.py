from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table, TitleColumn

from ..models import Submission


class CaseColumn(Column):
    """A cell with a template of its own; `raw_value` is the case."""

    def __init__(self, name: str, *, label: object) -> None:
        super().__init__(name, label=label, accessor=lambda case: case)
        self.cell_template_name = f"submissions/admin/cells/{name}.html"


class CaseTable(Table):
    """Overdue cases stand out as whole rows."""

    def get_row_classname(self, instance: Submission) -> str:
        return "desk-row--overdue" if instance.is_overdue else ""


def case_url(case: Submission) -> str:
    return reverse("case_admin:case", args=[case.pk])


QUEUE_COLUMNS = [
    TitleColumn("display_number", label=_("Arrival number"), get_url=case_url),
    CaseColumn("applicant", label=_("Applicant")),
    Column("procedure", label=_("Procedure"), accessor="form_version.title"),
    CaseColumn("state", label=_("State of the case")),
    CaseColumn("arrived", label=_("Arrived")),
    CaseColumn("due", label=_("Expected by")),
    CaseColumn("assignee", label=_("Staff member in charge")),
]
