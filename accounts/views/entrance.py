"""Registering and logging in: allauth's views with two kinds of applicants."""

from typing import Any, ClassVar

from allauth.account import views as allauth_views
from allauth.account.mixins import CloseableSignupMixin, NextRedirectMixin, RedirectAuthenticatedUserMixin
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from ..actions import LoginIdTaken
from ..enums import ProfileKind
from ..forms.people import MemberRegistrationForm
from ..forms.registration import BusinessForm, IndividualForm, RegistrationForm
from ..member_actions import open_invitation
from ..queries import may_enter_admin


class LoginView(allauth_views.LoginView):
    """One page for applicants and staff. An applicant whom the admin sent here reads why, and goes in no circle."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = request.user
        if user.is_authenticated and not may_enter_admin(user) and _is_admin(self.get_next_url()):
            list(get_messages(request))
            return TemplateResponse(request, "accounts/staff_only.html", status=403)
        return super().dispatch(request, *args, **kwargs)


def _is_admin(url: str | None) -> bool:
    try:
        return bool(url) and str(url).startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False


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
