from typing import Any

from wagtail.contrib.forms.views import SubmissionsListView

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class ContactSubmissionsView(SubmissionsListView):
    """The messages as a table. Wagtail's CSV would let a spreadsheet calculate what a stranger wrote."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        shown = super().preprocess_field_value(field, value, export_format)
        is_formula = export_format == self.FORMAT_CSV and str(shown).startswith(FORMULA_SIGNS)
        return f"'{shown}" if is_formula else shown
