from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

REMARKS: dict[str, str | Promise] = {
    "incomplete": gettext_lazy("Something is missing here. Please complete it."),
    "unreadable": gettext_lazy("We cannot read the attached file clearly. Please attach one that can be read."),
    "wrong_paper": gettext_lazy(
        "This is not the document we need. Please check the guidance and attach the right one."
    ),
    "mismatch": gettext_lazy("This does not agree with the documents you attached. Please check and correct it."),
    "expired": gettext_lazy("The document is out of date. Please attach a current one."),
    "unclear": gettext_lazy("We could not understand this. Please describe it more concretely."),
}


@dataclass(frozen=True, slots=True)
class Pick:
    """One item that may be sent back, as it stands in the form."""

    path: str
    label: str
    is_picked: bool = False
    template: str = ""
    remark: str = ""
    error: str = ""

    @property
    def text(self) -> str:
        """What the applicant reads: the standard sentence, then the words of the reviewer."""
        return "\n".join(part for part in (str(REMARKS.get(self.template, "")), self.remark.strip()) if part)
