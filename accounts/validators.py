"""Which login IDs may be chosen. No @, so that nobody takes the e-mail address of another as a login ID."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

username_validators = [
    RegexValidator(
        r"^[A-Za-z0-9._-]+\Z", _("Use letters, digits, and the signs . _ - in the login ID."), code="invalid_username"
    )
]
