"""The page before the first question."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import ApplicantProfile
from submissions.actions import copy_case, start_draft
from submissions.models import Submission
from submissions.permissions import WRITING_ROLES
from submissions.queries import cases_to_copy, current_form, drafts_of, open_cases_of
from submissions.refusals import Refused, WrongApplicantKind
from submissions.schema.estimate import minutes_for

from .chapters import chapters
from .navigation import breadcrumb

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from .models import ProcedurePage

COPIES_OFFERED = 5


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
    """For whom, what is needed, what exists already; then a draft of its own.

    Where a draft or an open case of the procedure exists, a second one is made only by a button that says so.
    """
    profiles = profiles_that_may_apply(page, request.user)
    form = StartForm(request.POST if request.method == "POST" else None, profiles=profiles)
    existing = {"drafts": drafts_of(request.user, page), "open_cases": open_cases_of(request.user, page)}
    if form.is_valid() and is_meant(request, existing, form.cleaned_data["profile"]):
        try:
            draft = begun(request, page, form.cleaned_data["profile"])
        except Refused as refusal:
            messages.error(request, str(refusal.message))
        else:
            return redirect("submissions:step", draft.reference, 1)
    version = current_form(page)
    context = {
        "form": form,
        "profiles": profiles,
        **existing,
        "copies": cases_to_copy(request.user, page).select_related("profile")[:COPIES_OFFERED],
        "minutes": minutes_for(version.schema.steps) if version else 0,
        "needs": chapters(page.guidance)["needs"],
        "wrong_applicant": WrongApplicantKind.message,
        "breadcrumb": breadcrumb(page, request, below=gettext("Before you start")),
    }
    return page.render(request, template="procedure_pages/start.html", context_overrides=context)


def is_meant(request: HttpRequest, existing: "dict[str, QuerySet[Submission]]", profile: ApplicantProfile) -> bool:
    """Whether a new draft may be made without asking: nothing exists yet for `profile`, or the person has seen it."""
    return "again" in request.POST or not any(found.filter(profile=profile).exists() for found in existing.values())


def begun(request: HttpRequest, page: "ProcedurePage", profile: ApplicantProfile) -> Submission:
    """A new draft, empty or with the answers of the case that the person chose to copy."""
    if "copy" not in request.POST:
        return start_draft(page, user=request.user, profile=profile)
    source = get_object_or_404(cases_to_copy(request.user, page), reference=request.POST["copy"])
    draft = copy_case(source, user=request.user)
    messages.success(request, gettext("The answers have been copied. Check every step: some may have changed since."))
    return draft


def profiles_that_may_apply(page: "ProcedurePage", user: Any) -> "QuerySet[ApplicantProfile]":
    """The profiles for which `user` may write and which this procedure is for."""
    memberships = user.memberships.filter(role__in=WRITING_ROLES)
    return ApplicantProfile.objects.filter(
        pk__in=memberships.values("profile"), kind__in=page.applicant_kinds
    ).order_by("kind", "pk")
