"""The page before the first question."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import ApplicantProfile
from submissions.actions import start_draft
from submissions.permissions import WRITING_ROLES
from submissions.queries import drafts_of
from submissions.refusals import Refused, WrongApplicantKind

from .navigation import breadcrumb

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .models import ProcedurePage


class StartForm(forms.Form):
    """Asks on whose behalf, only of those who act for several."""

    profile = forms.ModelChoiceField(
        label=_("On whose behalf do you apply?"), queryset=ApplicantProfile.objects.none(), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, profiles: "QuerySet[ApplicantProfile]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["profile"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = profiles
        field.empty_label = None
        if len(profiles) == 1:
            field.initial = profiles[0].pk
            field.widget = field.hidden_widget()


def start(request: HttpRequest, *, page: "ProcedurePage") -> HttpResponse:
    """For whom, what is needed, what was begun already; then a draft of its own."""
    profiles = profiles_that_may_apply(page, request.user)
    form = StartForm(request.POST if request.method == "POST" else None, profiles=profiles)
    if form.is_valid():
        try:
            draft = start_draft(page, user=request.user, profile=form.cleaned_data["profile"])
        except Refused as refusal:
            messages.error(request, str(refusal.message))
        else:
            return redirect("submissions:step", draft.reference, 1)
    context = {
        "form": form,
        "profiles": profiles,
        "drafts": drafts_of(request.user, page),
        "wrong_applicant": WrongApplicantKind.message,
        "breadcrumb": breadcrumb(page, request, below=gettext("Before you start")),
    }
    return page.render(request, template="procedure_pages/start.html", context_overrides=context)


def profiles_that_may_apply(page: "ProcedurePage", user: Any) -> "QuerySet[ApplicantProfile]":
    """The profiles for which `user` may write and which this procedure is for."""
    memberships = user.memberships.filter(role__in=WRITING_ROLES)
    return ApplicantProfile.objects.filter(
        pk__in=memberships.values("profile"), kind__in=page.applicant_kinds
    ).order_by("kind", "pk")
