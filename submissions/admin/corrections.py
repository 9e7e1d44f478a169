from typing import Any

from django.forms import Form

from ..actions import request_correction
from .answers import steps_of
from .correction_form import CorrectionForm
from .moves import MoveView
from .picks import REMARKS
from .told import Told


class RequestCorrectionView(MoveView):
    """The answers once more, with a tick and a remark beside each."""

    transition = "request_correction"
    template_name = "submissions/admin/correction.html"

    def get_form(self, data: Any = None) -> CorrectionForm:
        return CorrectionForm(data, case=self.case)

    def perform(self, form: Form) -> None:
        assert isinstance(form, CorrectionForm)
        data = form.cleaned_data
        request_correction(
            self.case, user=self.request.user, items=form.items, comment=data["comment"], due_on=data["due_on"]
        )

    def told(self, form: Form) -> Told:
        assert isinstance(form, CorrectionForm)
        data = form.cleaned_data
        return Told(
            heading=self.arrow.target.label_for_applicant,
            text=data["comment"],
            text_label=form.fields["comment"].label or "",
            items=tuple((pick.label, pick.text) for pick in form.picked),
            due_on=data["due_on"],
        )

    def extra_context_of(self, form: Form) -> dict[str, Any]:
        assert isinstance(form, CorrectionForm)
        return {"steps": steps_of(self.case, form.picks), "sentences": REMARKS}
