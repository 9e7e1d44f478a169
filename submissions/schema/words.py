"""The form language in the words of people who never saw it: kinds of question, their settings, what is promised."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..enums import ProcedureKind

KINDS_IN_WORDS: dict[str, Promise] = {
    "name": gettext_lazy("Name with furigana"),
    "text": gettext_lazy("One line of text"),
    "kana": gettext_lazy("Katakana"),
    "textarea": gettext_lazy("Several lines of text"),
    "code": gettext_lazy("Number or code"),
    "corporate_number": gettext_lazy("Corporate number"),
    "url": gettext_lazy("Address of a web page"),
    "integer": gettext_lazy("Whole number"),
    "decimal": gettext_lazy("Number with digits after the point"),
    "money": gettext_lazy("Amount in yen"),
    "date": gettext_lazy("Date"),
    "month": gettext_lazy("Month of a year"),
    "period": gettext_lazy("Period (from a day to a day)"),
    "time": gettext_lazy("Time of day"),
    "yesno": gettext_lazy("Yes or no"),
    "radio": gettext_lazy("One answer, all visible"),
    "checkboxes": gettext_lazy("Several answers"),
    "select": gettext_lazy("One answer from a list"),
    "search_select": gettext_lazy("One answer from a long list, with a search"),
    "address": gettext_lazy("Postal address"),
    "tel": gettext_lazy("Telephone number"),
    "email": gettext_lazy("E-mail"),
    "bank": gettext_lazy("Bank account"),
    "delivery": gettext_lazy("How the notice is to come (online or by post)"),
    "file": gettext_lazy("Attachment"),
    "photo": gettext_lazy("Photo"),
    "declaration": gettext_lazy("Declaration to tick"),
    "note": gettext_lazy("Note"),
    "heading": gettext_lazy("Heading"),
    "group": gettext_lazy("Repeating group"),
    "table": gettext_lazy("Table with fixed rows"),
    "calculated": gettext_lazy("Worked out by the form"),
}
SETTINGS: dict[str, Promise] = {
    "label": gettext_lazy("Words of the question"),
    "kind": gettext_lazy("Kind of answer"),
    "required": gettext_lazy("An answer is required"),
    "help_text": gettext_lazy("Explanation"),
    "example": gettext_lazy("Example"),
    "reviewer_help": gettext_lazy("Explanation for the reviewer"),
    "autocomplete": gettext_lazy("What a browser may fill in"),
    "sensitive": gettext_lazy("Sensitive"),
    "alias": gettext_lazy("Name for CSV and API"),
    "prefill": gettext_lazy("Filled in from the profile"),
    "choices": gettext_lazy("Answers to choose from"),
    "title": gettext_lazy("Title of the step"),
    "introduction": gettext_lazy("Introduction"),
    "max_length": gettext_lazy("Most characters"),
    "pattern": gettext_lazy("Pattern"),
    "pattern_hint": gettext_lazy("Sentence when the pattern does not match"),
    "min": gettext_lazy("At least"),
    "max": gettext_lazy("At most"),
    "unit": gettext_lazy("Unit"),
    "max_days": gettext_lazy("Most days, the first and the last included"),
    "kana_required": gettext_lazy("The furigana is required too"),
    "camera": gettext_lazy("Open the camera of a phone at once"),
    "max_files": gettext_lazy("Most files"),
    "extensions": gettext_lazy("Kinds of file"),
    "max_megabytes": gettext_lazy("Largest size in megabytes"),
    "min_rows": gettext_lazy("Fewest entries"),
    "max_rows": gettext_lazy("Most entries"),
    "shown_as": gettext_lazy("Shown as"),
    "places": gettext_lazy("Decimals"),
}
PROMISES: dict[str, Promise] = {
    "kind": gettext_lazy("Kind of procedure"),
    "department_code": gettext_lazy("Responsible office"),
    "processing_days": gettext_lazy("Standard processing period (days on which the office is open)"),
    "purpose": gettext_lazy("What the personal data are used for"),
    "has_approval": gettext_lazy("Decisions need an approver"),
    "granted_title": gettext_lazy("Title of the notice when granted"),
    "refused_title": gettext_lazy("Title of the notice when refused"),
    "accepted_title": gettext_lazy("Title of the notice when accepted"),
    "granted_text": gettext_lazy("Text of the notice when granted"),
    "redress": gettext_lazy("Instruction on redress"),
    "issuer": gettext_lazy("Issuer of notices"),
    "retention_years": gettext_lazy("Years of retention"),
    "applicant_kinds": gettext_lazy("Who may apply"),
}
INTERNAL = frozenset(
    {"alias", "prefill", "reviewer_help", "autocomplete", "sensitive", "pattern", "has_approval"}
    | {"granted_title", "refused_title", "accepted_title", "granted_text", "redress", "issuer", "retention_years"}
)
"""Of no concern to somebody who fills in the form."""
APPLICANTS = {"individual": gettext_lazy("Individuals"), "business": gettext_lazy("Businesses")}


def in_words(name: str, value: Any) -> str:
    """The value of a setting or promise as text; empty where there is none."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list | tuple):
        return "、".join(in_words(name, item) for item in value)
    if value is None:
        return ""
    if name == "extensions":
        return {"jpg": "JPEG"}.get(value, str(value).upper())
    return str(WORDS_OF.get(name, {}).get(value, value))


WORDS_OF: dict[str, dict[str, Any]] = {
    "kind": {**KINDS_IN_WORDS, **dict(ProcedureKind.choices)},
    "applicant_kinds": dict(APPLICANTS),
}
