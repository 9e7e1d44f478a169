"""Stands before allauth's own addresses: the log-in and the registration are ours, at the same places."""

from django.urls import path

from .views import entrance, profile, terms, tokens

app_name = "accounts"
urlpatterns = [
    path("login/", entrance.LoginView.as_view(), name="login"),
    path("signup/", entrance.ChooseKindView.as_view(), name="signup"),
    path("signup/individual/", entrance.IndividualRegistrationView.as_view(), name="signup_individual"),
    path("signup/business/", entrance.BusinessRegistrationView.as_view(), name="signup_business"),
    path("profile/", profile.profile, name="profile"),
    path("profile/edit/", profile.profile_edit, name="profile_edit"),
    path("consent/", terms.consent, name="consent"),
    path("terms/", terms.terms_versions, name="terms_versions"),
    path("terms/compare/", terms.terms_compare, name="terms_compare"),
    path("terms/<int:number>/", terms.terms_version, name="terms_version"),
    path("tokens/", tokens.tokens, name="tokens"),
]
