from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..enums import Outcome

PROPOSED = [(Outcome.GRANTED.value, Outcome.GRANTED.label), (Outcome.REFUSED.value, Outcome.REFUSED.label)]


def text_area(rows: int = 5) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "class": "desk-text"})


class ReasonForm(forms.Form):
    """A move that the applicant is told with a reason."""

    comment = forms.CharField(
        label=_("Reason"),
        help_text=_("The applicant will read this."),
        widget=text_area(),
        error_messages={"required": _("Write the reason. The applicant will read it.")},
    )


class RefusalForm(ReasonForm):
    comment = forms.CharField(
        label=_("Reason for the refusal"),
        help_text=_("Printed on the notice. Name the provision and the facts (Administrative Procedure Act, Art. 8)."),
        widget=text_area(8),
        error_messages={"required": _("Write the reason. The applicant will read it.")},
    )


class RemarkForm(forms.Form):
    """A positive decision: nothing needs to be written, conditions may."""

    comment = forms.CharField(
        label=_("Conditions or remarks"),
        help_text=_("Printed on the notice. May be left empty."),
        widget=text_area(),
        required=False,
    )


class SendBackForm(forms.Form):
    comment = forms.CharField(
        label=_("Message to the applicant"),
        help_text=_("The applicant will read this. It says nothing about the draft."),
        initial=_("We need to check your application once more and are continuing the review."),
        widget=text_area(3),
        error_messages={"required": _("Write the reason. The applicant will read it.")},
    )
    internal_comment = forms.CharField(
        label=_("Remark to the reviewer"),
        help_text=_("Only staff read this."),
        widget=text_area(),
        error_messages={"required": _("Tell the reviewer what to reconsider.")},
    )


class ProposalForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=PROPOSED,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the decision.")},
    )
    comment = forms.CharField(
        label=_("Reason or conditions"),
        help_text=_("Printed on the notice. A refusal needs the reason: name the provision and the facts."),
        widget=text_area(8),
        required=False,
    )
    internal_comment = forms.CharField(
        label=_("Comment to the approver"),
        help_text=_("Only staff read this."),
        widget=text_area(4),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("outcome") == Outcome.REFUSED and not data.get("comment", "").strip():
            self.add_error("comment", ValidationError(_("Write the reason for the refusal.")))
        return data


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page itself is the question."""


class NoteForm(forms.Form):
    body = forms.CharField(
        label=_("Note of the office"),
        widget=text_area(3),
        max_length=5000,
        error_messages={"required": _("Write the note first.")},
    )
