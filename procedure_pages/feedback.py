"""What readers are asked about a page."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.forms import BaseForm
from wagtail.models import Page

from accounts.japanese.normalise import as_typed, half_width

ANSWERS = {"yes": "役に立った", "no": "役に立たなかった"}
"""As the authors read them, in Wagtail's list of forms and in its spreadsheet."""
LONGEST_COMMENT = 1000
PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|(?<![\d-])0\d{1,4}-?\d{1,4}-?\d{4}(?!\d)")
"""A mail address, or a telephone number of Japan."""


def page_in_question(number: str) -> Page | None:
    """The page that feedback is about; None if visitors cannot read such a page."""
    return Page.objects.live().public().filter(pk=int(number)).first() if number.isdecimal() else None


class FeedbackForm(BaseForm):
    """Whether a page helped, and why. Nobody is asked who they are."""

    page_number = forms.CharField(widget=forms.HiddenInput)
    helpful = forms.ChoiceField(
        label=_("Was this page helpful?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    comment = forms.CharField(
        label=_("What was good, or what was missing?"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 4, "data-counter": LONGEST_COMMENT}),
        help_text=_("We cannot answer here. Please write no name, address, telephone number or e-mail address."),
    )

    def clean_page_number(self) -> Page:
        page = page_in_question(self.cleaned_data["page_number"])
        if page is None:
            raise ValidationError(_("The page you came from is no longer published."))
        return page

    def clean_comment(self) -> str:
        comment = as_typed(self.cleaned_data["comment"])
        if PERSONAL.search(half_width(comment)):
            raise ValidationError(_("Take out the e-mail address or telephone number. To get an answer, contact us."))
        return comment

    def record(self) -> dict[str, Any]:
        """What is kept."""
        page = self.cleaned_data["page_number"]
        return {
            "about": f"{page.title}（{page.url}）",
            "helpful": ANSWERS[self.cleaned_data["helpful"]],
            "comment": self.cleaned_data["comment"],
        }
