from allauth.account.decorators import reauthentication_required
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.account_actions import record_account_event
from accounts.decorators import user_of
from accounts.enums import AccountEventKind

from ..permissions import managed_profiles
from ..takeout import own_data_zip


@never_cache
@login_required
@reauthentication_required
def own_data(request: HttpRequest) -> HttpResponseBase:
    """What the ZIP will hold; a post hands it out at once. Needs no consent to new terms: the data are one's own."""
    user = user_of(request)
    if request.method != "POST":
        return render(request, "submissions/takeout/own_data.html", {"profiles": managed_profiles(user)})
    if limited := ratelimit.consume_or_429(request, action="own_data", user=user):
        return limited
    record_account_event(AccountEventKind.DATA_TAKEN, user=user)
    response = StreamingHttpResponse(own_data_zip(user), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="madoguchi-{timezone.localdate():%Y%m%d}.zip"'
    response["Cache-Control"] = "private, no-store"
    return response
