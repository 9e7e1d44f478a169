from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import TermsVersion

NOT_AGREED = _("Read the terms of use, and tick the box if you agree.")
CHANGED = _("The terms of use were changed a moment ago. Read them again, and tick the box if you agree.")


class ConsentField(forms.BooleanField):
    def __init__(self) -> None:
        super().__init__(label=_("I have read the terms of use and agree to them"))
        self.error_messages["required"] = NOT_AGREED


class ConsentMixin(forms.Form):
    """One tick, not set beforehand, for exactly the version that was shown (hidden input ``terms``)."""

    terms: TermsVersion | None

    def ask_consent(self, terms: TermsVersion | None) -> None:
        """To be called by `__init__`; asks nothing while there are no terms."""
        self.terms = terms
        if terms is None:
            return
        self.fields["agreed"] = ConsentField()
        if self.is_bound and self._was_shown_another():
            self.data = {name: value for name, value in self.data.items() if name != "agreed"}
            self.fields["agreed"].error_messages["required"] = CHANGED

    def _was_shown_another(self) -> bool:
        return self.terms is not None and self.data.get("terms") != str(self.terms.number)


class ConsentForm(ConsentMixin):
    def __init__(self, *args: Any, terms: TermsVersion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_consent(terms)
