"""Where a mail provider tells that a mail came back, and where its addressee says that it works again."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.decorators import applicant_required

from ..actions import forget_bounce, record_bounce
from ..notifications.bounces import bounces_told, is_signed
from ..refusals import Refused


@csrf_exempt
@require_POST
def webhook(request: HttpRequest) -> HttpResponse:
    """Not there unless a secret is set. What is not signed with it changes nothing."""
    if not settings.BOUNCE_WEBHOOK_SECRET:
        raise Http404
    if not is_signed(request.body, request.headers, secret=settings.BOUNCE_WEBHOOK_SECRET):
        return HttpResponse(status=403)
    try:
        told = bounces_told(request.body)
    except ValueError:
        return HttpResponse(status=400)
    for address, status in told:
        record_bounce(address, user=None, status=status)
    return HttpResponse(status=204)


@require_POST
@applicant_required
def works_again(request: HttpRequest) -> HttpResponse:
    try:
        forget_bounce(request.POST.get("email", ""), user=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("We will write to this address again. If a mail comes back, we tell you here."))
    return redirect("submissions:case_list")
