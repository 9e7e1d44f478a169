from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from .models import User
from .queries import may_enter_admin, terms_to_agree
from .recognition import recognise


class AccountAdapter(DefaultAccountAdapter):
    """allauth's doors into the portal: the words it refuses with, and where each kind of person goes."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This login ID cannot be used at the moment. Please ask the contact for this portal."),
        "email_password_mismatch": _("The login ID (or e-mail address) or the password is not correct."),
        "username_password_mismatch": _("The login ID (or e-mail address) or the password is not correct."),
        "duplicate_email": _("This e-mail address is already yours."),
        "email_taken": _("This e-mail address cannot be used. Enter another one."),
        "enter_current_password": _("The current password is not correct."),
        "incorrect_password": _("The password is not correct."),
        "incorrect_code": _("The code is not correct. Check the newest mail and enter it again."),
        "too_many_login_attempts": _("There were too many failed attempts. Wait a few minutes and try again."),
        "unverified_primary_email": _("Your e-mail address has not been confirmed yet."),
        "username_taken": _("This login ID is already in use. Choose another one."),
        "username_blacklisted": _("This login ID cannot be used. Choose another one."),
        "same_as_current": _("Enter an address that differs from the present one."),
        "rate_limited": _("There were too many requests. Wait a little and try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Applicants register on the public site only, never on the network of the staff."""
        return settings.SURFACE != "staff"

    def format_email_subject(self, subject: str) -> str:
        return render_to_string("theme/mail_subject.txt", {"subject": subject}, self.request).strip()

    def get_login_stages(self) -> list[str]:
        ours = {"allauth.account.stages.EmailVerificationStage": "accounts.stages.ApplicantEmailStage"}
        return [ours.get(path, path) for path in super().get_login_stages()]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Staff go to the Wagtail admin, applicants to their page."""
        if may_enter_admin(request.user):
            try:
                return reverse("wagtailadmin_home")
            except NoReverseMatch:
                return str(settings.WAGTAILADMIN_BASE_URL)
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:security")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("accounts:security" if self.request.user.is_authenticated else "account_login")

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Asks applicants for their consent to changed terms before they go on."""
        response = super().post_login(request, user, **kwargs)
        recognise(request, user, response)
        if user.memberships.exists() and terms_to_agree(user) is not None:
            query = urlencode({"next": response["Location"]})
            response["Location"] = f"{reverse('accounts:consent')}?{query}"
        return response
