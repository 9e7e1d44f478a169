"""Items to mend are picked in the answers themselves, each with what is wrong about it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from ..actions.corrections import paths_and_labels
from ..deadlines import add_business_days, today
from ..models import Submission
from .answers import current_round
from .forms import text_area
from .picks import REMARKS, Pick

DEFAULT_BUSINESS_DAYS = 10


def default_deadline() -> date:
    return add_business_days(today(), DEFAULT_BUSINESS_DAYS)


class CorrectionForm(forms.Form):
    comment = forms.CharField(
        label=gettext_lazy("Message to the applicant"),
        initial=gettext_lazy("Please mend the items below and send your application again."),
        widget=text_area(4),
        error_messages={"required": gettext_lazy("Write what the applicant is asked to do.")},
    )
    due_on = forms.DateField(
        label=gettext_lazy("Deadline"),
        help_text=gettext_lazy("Ten business days from today, unless you choose otherwise."),
        initial=default_deadline,
        widget=AdminDateInput(),
        error_messages={"required": gettext_lazy("Choose a deadline after today.")},
    )

    def __init__(self, data: Any = None, *, case: Submission) -> None:
        super().__init__(data)
        labels = paths_and_labels(current_round(case))
        self.picks = {path: self._pick(path, label) for path, label in labels.items()}

    @property
    def picked(self) -> list[Pick]:
        return [pick for pick in self.picks.values() if pick.is_picked]

    @property
    def items(self) -> dict[str, str]:
        """Path -> remark, as `request_correction` takes them."""
        return {pick.path: pick.text for pick in self.picked}

    def clean_due_on(self) -> date:
        due_on: date = self.cleaned_data["due_on"]
        if due_on <= today():
            raise ValidationError(_("Choose a deadline after today."))
        return due_on

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.picked:
            raise ValidationError(_("Choose at least one item that the applicant is to mend."))
        if any(pick.error for pick in self.picked):
            raise ValidationError(_("Write for each item what the applicant is to mend."))
        return data

    def _pick(self, path: str, label: str) -> Pick:
        if not self.is_bound:
            return Pick(path, label)
        template, remark = (self.data.get(f"{name}-{path}", "") for name in ("template", "remark"))
        is_picked = f"pick-{path}" in self.data
        is_empty = is_picked and not remark.strip() and template not in REMARKS
        error = _("Write what the applicant is to mend, or choose a sentence.") if is_empty else ""
        return Pick(path, label, is_picked, template, remark, error)
