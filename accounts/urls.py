"""Stands before allauth's own addresses: the log-in and the registration are ours, at the same places."""

from django.urls import path

from .views import (
    closing,
    entrance,
    invitations,
    members,
    profile,
    profiles,
    security,
    sessions,
    terms,
    tokens,
)

app_name = "accounts"
urlpatterns = [
    path("login/", entrance.LoginView.as_view(), name="login"),
    path("signup/", entrance.ChooseKindView.as_view(), name="signup"),
    path("signup/individual/", entrance.IndividualRegistrationView.as_view(), name="signup_individual"),
    path("signup/business/", entrance.BusinessRegistrationView.as_view(), name="signup_business"),
    path("signup/member/", entrance.MemberRegistrationView.as_view(), name="signup_member"),
    path("2fa/needed/", security.second_factor_needed, name="second_factor_needed"),
    path("2fa/webauthn/login/", entrance.PasskeyLoginView.as_view(), name="passkey_login"),
    path("security/", security.security, name="security"),
    path("security/sessions/", sessions.sessions, name="sessions"),
    path("security/history/", security.history, name="history"),
    path("security/close/", closing.close, name="close"),
    path("security/closed/", closing.closed, name="closed"),
    path("session/extend/", sessions.extend, name="extend_session"),
    path("email/stop/<str:token>/", security.stop_email_change, name="stop_email_change"),
    path("profile/", profile.profile, name="profile"),
    path("profile/edit/", profile.profile_edit, name="profile_edit"),
    path("profile/add/<str:kind>/", profiles.add, name="profile_add"),
    path("switch/", profiles.switch_name, name="switch"),
    path("members/", members.members, name="members"),
    path("members/leave/", members.leave, name="leave"),
    path("invitations/<str:token>/", invitations.invitation, name="invitation"),
    path("consent/", terms.consent, name="consent"),
    path("terms/", terms.terms_versions, name="terms_versions"),
    path("terms/compare/", terms.terms_compare, name="terms_compare"),
    path("terms/<int:number>/", terms.terms_version, name="terms_version"),
    path("tokens/", tokens.tokens, name="tokens"),
]
