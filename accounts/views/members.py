"""The people of the business in whose name one acts."""

from smtplib import SMTPException

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from ..acting import Acting
from ..decorators import applicant_required, user_of
from ..enums import MemberRole
from ..forms.people import ROLES, InviteForm
from ..ids import id_of
from ..letters import send_invitation
from ..member_actions import cancel_invitation, change_role, hand_over, invite_member, leave_profile, remove_member
from ..models import ApplicantProfile, ProfileMember
from ..refusals import PeopleRefused

EVENTS_AT_MOST = 50


@never_cache
@applicant_required
def members(request: HttpRequest) -> HttpResponse:
    """Who belongs to the business. Managers invite, change, remove and hand over; everybody reads who did what."""
    acting = _business(request)
    form = InviteForm(request.POST if request.POST.get("action") == "invite" else None)
    if request.method == "POST":
        if request.POST.get("profile") != str(acting.profile.pk):
            messages.error(request, _("You have switched to another name meanwhile. Nothing was changed."))
            return redirect("accounts:members")
        if request.POST.get("action") != "invite":
            _carry_out(request, acting.profile)
            return redirect("accounts:members")
        if form.is_valid() and _invite(request, acting.profile, form):
            return redirect("accounts:members")
    profile = acting.profile
    context = {
        "acting": acting,
        "profile": profile,
        "form": form,
        "members": profile.memberships.select_related("user").order_by("pk"),
        "invitations": profile.invitations.filter(closed_at=None, expires_at__gt=timezone.now()),
        "events": profile.events.all()[:EVENTS_AT_MOST],
        "roles": [(value, MemberRole(value).label) for value, _words in ROLES],
        "is_manager": acting.membership is not None and acting.membership.is_manager,
    }
    return render(request, "accounts/members.html", context)


@never_cache
@applicant_required
def leave(request: HttpRequest) -> HttpResponse:
    acting = _business(request)
    if request.method == "POST" and request.POST.get("profile") == str(acting.profile.pk):
        try:
            leave_profile(acting.profile, user=user_of(request))
        except PeopleRefused as refusal:
            messages.error(request, str(refusal.message))
            return redirect("accounts:members")
        request.session.pop("acting", None)
        messages.success(request, _("You have left “%(name)s”.") % {"name": acting.profile.name})
        return redirect("submissions:case_list")
    return render(request, "accounts/leave.html", {"profile": acting.profile})


def _business(request: HttpRequest) -> Acting:
    acting: Acting = request.acting  # type: ignore[attr-defined]
    if acting.membership is None or not acting.profile.is_business:
        raise Http404
    return acting


def _invite(request: HttpRequest, profile: ApplicantProfile, form: InviteForm) -> bool:
    try:
        invitation, token = invite_member(profile, user=user_of(request), **form.cleaned_data)
        send_invitation(invitation, token)
    except PeopleRefused as refusal:
        form.add_error(None, str(refusal.message))
        return False
    except (OSError, SMTPException):
        form.add_error(None, _("The mail could not be sent. Try again a little later."))
        return False
    messages.success(request, _("An invitation has been sent to %(email)s.") % {"email": invitation.email})
    return True


def _carry_out(request: HttpRequest, profile: ApplicantProfile) -> None:
    """One of the buttons: ``role``, ``remove``, ``hand-over`` for a member, ``cancel`` for an invitation."""
    action, chosen = request.POST.get("action", ""), id_of(request.POST.get("chosen", ""))
    try:
        if action == "cancel":
            cancel_invitation(get_object_or_404(profile.invitations, pk=chosen), user=user_of(request))
            messages.success(request, _("The invitation has been cancelled."))
        else:
            member = get_object_or_404(profile.memberships.select_related("user", "profile"), pk=chosen)
            messages.success(request, _change(request, member, action))
    except PeopleRefused as refusal:
        messages.error(request, str(refusal.message))


def _change(request: HttpRequest, member: ProfileMember, action: str) -> str:
    user, name = user_of(request), {"name": member.shown_name}
    if action == "role" and request.POST.get("role") in MemberRole.values:
        change_role(member, user=user, role=request.POST["role"])
        return _("The role of %(name)s has been changed.") % name
    if action == "remove":
        remove_member(member, user=user)
        return _("%(name)s is no longer a member.") % name
    if action == "hand-over":
        hand_over(member.profile, user=user, to=member)
        return _("%(name)s manages the business from now on.") % name
    raise Http404
