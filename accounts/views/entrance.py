"""Registering and logging in: allauth's views with two kinds of applicants."""

from typing import Any, ClassVar

from allauth.account import views as allauth_views
from allauth.account.mixins import CloseableSignupMixin, NextRedirectMixin, RedirectAuthenticatedUserMixin
from allauth.account.models import Login
from allauth.mfa.webauthn.internal.flows import perform_passwordless_login
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from ..actions import LoginIdTaken
from ..enums import ProfileKind
from ..forms.people import MemberRegistrationForm
from ..forms.registration import BusinessForm, IndividualForm, RegistrationForm
from ..member_actions import open_invitation
from ..queries import is_admin_address, may_enter_admin


class LoginView(allauth_views.LoginView):
    """One page for applicants and staff. An applicant whom the admin sent here reads why, and goes in no circle."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = request.user
        if user.is_authenticated and not may_enter_admin(user) and is_admin_address(self.get_next_url() or ""):
            list(get_messages(request))
            return TemplateResponse(request, "accounts/staff_only.html", status=403)
        return super().dispatch(request, *args, **kwargs)


class PasskeyLoginView(NextRedirectMixin, LoginWebAuthnView):
    """allauth's, but it goes on to the page that asked for the log-in, and tells a failure once."""

    def form_valid(self, form: Any) -> HttpResponse:
        authenticator = form.cleaned_data["credential"]
        login = Login(user=authenticator.user, redirect_url=self.get_success_url())
        return perform_passwordless_login(self.request, authenticator, login)

    def get_default_success_url(self) -> None:
        return None

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("The passkey could not be used. Log in with your password."))
        return HttpResponseRedirect(self.passthrough_next_url(reverse("account_login")))


class ChooseKindView(CloseableSignupMixin, RedirectAuthenticatedUserMixin, NextRedirectMixin, TemplateView):
    """個人 or 事業者, and what each is for."""

    template_name = "accounts/choose_kind.html"


class RegistrationView(allauth_views.SignupView):
    template_name = "accounts/registration.html"
    form_class: ClassVar[type[RegistrationForm]]

    def get_form_class(self) -> type[RegistrationForm]:
        return self.form_class

    def form_valid(self, form: RegistrationForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except LoginIdTaken:
            form.add_error("username", _("This login ID is already in use. Choose another one."))
            return self.form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_business = self.form_class.kind == ProfileKind.BUSINESS
        return super().get_context_data(is_business=is_business, **kwargs)


class IndividualRegistrationView(RegistrationView):
    form_class = IndividualForm


class BusinessRegistrationView(RegistrationView):
    form_class = BusinessForm


class MemberRegistrationView(allauth_views.SignupView):
    """For somebody who was invited to a business and has no login yet; the link of the invitation comes next."""

    template_name = "accounts/member_registration.html"

    def get_form_class(self) -> type[MemberRegistrationForm]:
        return MemberRegistrationForm

    def get_initial(self) -> dict[str, Any]:
        token = (self.get_next_url() or "").rstrip("/").rpartition("/")[2]
        invitation = open_invitation(token)
        return {**super().get_initial(), **({"email": invitation.email} if invitation else {})}

    def form_valid(self, form: MemberRegistrationForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except LoginIdTaken:
            form.add_error("username", _("This login ID is already in use. Choose another one."))
            return self.form_invalid(form)
