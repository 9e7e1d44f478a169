"""The page before the first question."""

from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.acting import Acting, choices_of, keep_standing
from accounts.enums import AgentPower
from accounts.models import ApplicantProfile
from accounts.standing import can_use
from submissions.actions import copy_case, start_draft
from submissions.models import Submission
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
    """Asks on whose behalf, only of those who act for several. The answer goes along, whatever another tab chooses."""

    profile = forms.ChoiceField(label=_("On whose behalf do you apply?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, names: list[Acting], acting: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["profile"])
        self.names = {str(name.profile.pk): name for name in names}
        field.choices = [(key, _in_words(name)) for key, name in self.names.items()]
        field.error_messages["required"] = _("Choose on whose behalf you apply.")
        field.initial = str(acting.profile.pk) if str(acting.profile.pk) in self.names else None
        if len(names) == 1:
            field.initial = str(names[0].profile.pk)
            field.widget = field.hidden_widget()

    @property
    def chosen(self) -> ApplicantProfile:
        return self.names[self.cleaned_data["profile"]].profile


def _in_words(name: Acting) -> str:
    if name.is_agent:
        return gettext("%(name)s (as their agent)") % {"name": name.profile.name}
    return f"{name.profile.name}（{name.profile.get_kind_display()}）"


def start(request: HttpRequest, *, page: "ProcedurePage") -> HttpResponse:
    """For whom, what is needed, what exists already; then a draft of its own.

    Where a draft or an open case of the procedure exists, a second one is made only by a button that says so.
    """
    names = names_that_may_apply(page, request)
    acting: Acting = request.acting  # type: ignore[attr-defined]
    form = StartForm(request.POST if request.method == "POST" else None, names=names, acting=acting)
    existing = {"drafts": drafts_of(request.user, page), "open_cases": open_cases_of(request.user, page)}
    if form.is_valid() and is_meant(request, existing, form.chosen):
        try:
            draft = begun(request, page, form.chosen)
        except Refused as refusal:
            messages.error(request, str(refusal.message))
        else:
            return redirect("submissions:step", draft.reference, 1)
    version = current_form(page)
    context = {
        "form": form,
        "names": names,
        **existing,
        "copies": copies_of(request, page),
        "minutes": minutes_for(version.schema.steps) if version else 0,
        "needs": chapters(page.guidance)["needs"],
        "wrong_applicant": why_not(page, request),
        "breadcrumb": breadcrumb(page, request, below=gettext("Before you start")),
    }
    return page.render(request, template="procedure_pages/start.html", context_overrides=context)


def copies_of(request: HttpRequest, page: "ProcedurePage") -> "QuerySet[Submission]":
    """The newest, or the one case that brought somebody here (``?copy=``)."""
    found = cases_to_copy(request.user, page).select_related("profile", "form_version")
    found = found.defer("form_version__schema_data", "form_version__handling_data")
    chosen = request.GET.get("copy", "")
    return (found.filter(reference=chosen) if chosen else found)[:COPIES_OFFERED]


def is_meant(request: HttpRequest, existing: "dict[str, QuerySet[Submission]]", profile: ApplicantProfile) -> bool:
    """Whether a new draft may be made without asking: nothing exists yet for `profile`, or the person has seen it."""
    return "again" in request.POST or not any(found.filter(profile=profile).exists() for found in existing.values())


def begun(request: HttpRequest, page: "ProcedurePage", profile: ApplicantProfile) -> Submission:
    """A new draft, empty or with the answers of the case that the person chose to copy."""
    if "copy" not in request.POST:
        return start_draft(page, user=request.user, profile=profile)
    source = get_object_or_404(cases_to_copy(request.user, page), reference=request.POST["copy"])
    draft = copy_case(source, user=request.user, page=page)
    messages.success(request, gettext("The answers have been copied. Check every step: some may have changed since."))
    return draft


def names_that_may_apply(page: "ProcedurePage", request: HttpRequest) -> list[Acting]:
    """The names in which one may begin this procedure, which is for their kind of applicant."""
    names = choices_of(keep_standing(request))
    return [name for name in names if name.profile.kind in page.applicant_kinds and _may_begin(name, page)]


def why_not(page: "ProcedurePage", request: HttpRequest) -> str:
    """For those without a name that may begin."""
    fitting = [name for name in choices_of(keep_standing(request)) if name.profile.kind in page.applicant_kinds]
    if fitting:
        return gettext("You can only read what is filed in this name. Ask a manager or a clerk, or the principal.")
    return str(WrongApplicantKind.message)


def _may_begin(name: Acting, page: "ProcedurePage") -> bool:
    if name.appointment:
        return name.appointment.covers(page.pk) and can_use(name.appointment, AgentPower.APPLY)
    return not name.is_read_only
