from ..forms.builder import StepForm
from ..models import CorrectionRequest, Submission
from ..schema.kinds import KINDS
from ..schema.paths import walk


def show_remarks(form: StepForm, submission: Submission, correction: CorrectionRequest) -> None:
    """Put the office's remark, and the answer as it was filed, beside each item to mend."""
    remarks = {item.path: item.remark for item in correction.items.all()}
    filed = submission.answer_sets.get(round=submission.round)
    old = {found.path: KINDS[found.field.kind].display(found.field, found.value) for found in walk(filed.evaluation)}
    for item in form.all_items():
        if item.path in remarks:
            item.remark = remarks[item.path]
            item.old_value = old.get(item.path, "")
