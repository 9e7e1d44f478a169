"""代理: whom the applicant has appointed, for whom they are an agent themselves, and the way in and out."""

from smtplib import SMTPException

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from accounts.acting import KEY, Acting
from accounts.agent_actions import accept_appointment, appoint_agent, end_appointment, offered_appointment
from accounts.decorators import applicant_required, user_of
from accounts.enums import MemberRole
from accounts.ids import id_of
from accounts.letters import public_address, send_letter
from accounts.models import ApplicantProfile, Appointment
from accounts.refusals import PeopleRefused

from ..forms.appointment import AcceptForm, AppointForm


@never_cache
@applicant_required
def agents(request: HttpRequest) -> HttpResponse:
    """Of the name in which one acts: the agents it has, and the principals it is an agent of."""
    profile = _own(request).profile
    appointments = Appointment.objects.select_related("principal", "agent").prefetch_related("procedures")
    context = {
        "profile": profile,
        "given": appointments.filter(principal=profile),
        "received": appointments.filter(agent=profile),
        "is_manager": _is_manager(request),
    }
    return render(request, "submissions/agents/list.html", context)


@never_cache
@applicant_required
def appoint(request: HttpRequest) -> HttpResponse:
    principal = _own(request).profile
    form = AppointForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and request.POST.get("profile") != str(principal.pk):
        messages.error(request, _("You have switched to another name meanwhile. Nothing was changed."))
        return redirect("submissions:agents")
    if request.method == "POST" and form.is_valid() and _offer(request, principal, form):
        return redirect("submissions:agents")
    return render(request, "submissions/agents/appoint.html", {"form": form, "profile": principal})


def _offer(request: HttpRequest, principal: ApplicantProfile, form: AppointForm) -> bool:
    try:
        appointment, token = appoint_agent(principal, user=user_of(request), **form.appointment)
        context = {"appointment": appointment, "url": public_address("submissions:agency", token)}
        subject = _("You are asked to be an agent")
        send_letter("submissions/mail/agency.txt", subject, to=appointment.email, context=context)
    except PeopleRefused as refusal:
        form.add_error(None, str(refusal.message))
        return False
    except (OSError, SMTPException):
        form.add_error(None, _("The mail could not be sent. Try again a little later."))
        return False
    messages.success(request, _("The agent has been asked by mail. Nothing opens before they accept."))
    return True


@never_cache
@require_POST
@applicant_required
def end(request: HttpRequest) -> HttpResponse:
    """Withdraws an appointment, or gives one up; the next request of the agent is refused."""
    profile = _own(request).profile
    both = Appointment.objects.filter(principal=profile) | Appointment.objects.filter(agent=profile)
    appointment = get_object_or_404(both, pk=id_of(request.POST.get("appointment", "")))
    try:
        end_appointment(appointment, user=user_of(request))
    except PeopleRefused as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("The appointment has ended. The agent can no longer do anything in this name."))
    return redirect("submissions:agents")


@never_cache
@applicant_required
def agency(request: HttpRequest, token: str) -> HttpResponse:
    """The offer as the agent reads it: who appoints, for what, how long."""
    offer = offered_appointment(token)
    if offer is None:
        return render(request, "accounts/link_over.html", status=410)
    user = user_of(request)
    profiles = ApplicantProfile.objects.filter(memberships__user=user, memberships__role=MemberRole.MANAGER)
    form = AcceptForm(
        request.POST if request.method == "POST" else None, profiles=profiles.order_by("pk"), is_paid=offer.is_paid
    )
    if request.method == "POST" and form.is_valid():
        try:
            accepted = accept_appointment(token, user=user, **form.cleaned_data)
        except PeopleRefused as refusal:
            form.add_error(None, str(refusal.message))
        else:
            request.session[KEY] = f"agent-{accepted.pk}"
            messages.success(request, _("You have accepted the appointment."))
            return redirect("submissions:case_list" if accepted.is_live else "accounts:switch")
    return render(request, "submissions/agents/offer.html", {"form": form, "appointment": offer})


def _own(request: HttpRequest) -> Acting:
    """Nobody appoints in somebody else's name."""
    acting: Acting = request.acting  # type: ignore[attr-defined]
    if acting.is_agent:
        raise Http404
    return acting


def _is_manager(request: HttpRequest) -> bool:
    membership = _own(request).membership
    return membership is not None and membership.is_manager
