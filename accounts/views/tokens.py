from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.models import APIToken

from ..actions import API_TOKENS_AT_MOST, TooManyTokens, create_api_token, revoke_api_token
from ..decorators import applicant_required, user_of
from ..forms.tokens import TokenForm
from ..ids import id_of


@never_cache
@applicant_required
@reauthentication_required
def tokens(request: HttpRequest) -> HttpResponse:
    """The applicant's API tokens. A new one is readable on this answer only; ``revoke`` ends one."""
    if "revoke" in request.POST:
        return _revoke(request)
    form = TokenForm(request.POST if request.method == "POST" else None)
    text = _create(request, form) if request.method == "POST" and form.is_valid() else ""
    context = {"form": form if not text else TokenForm(), "new_token": text, "tokens": _tokens_of(request)}
    return render(request, "accounts/tokens.html", context)


def _create(request: HttpRequest, form: TokenForm) -> str:
    try:
        return create_api_token(form.cleaned_data["name"], user=user_of(request))[1]
    except TooManyTokens:
        message = _("You have %(count)d tokens already. Revoke one that you no longer use.")
        form.add_error(None, message % {"count": API_TOKENS_AT_MOST})
        return ""


def _revoke(request: HttpRequest) -> HttpResponse:
    token = get_object_or_404(_tokens_of(request), pk=id_of(request.POST["revoke"]))
    revoke_api_token(token, user=user_of(request))
    messages.success(request, _("The token “%(name)s” has been revoked.") % {"name": token.name})
    return redirect("accounts:tokens")


def _tokens_of(request: HttpRequest) -> QuerySet[APIToken]:
    return APIToken.objects.filter(user=user_of(request), revoked_at=None).order_by("-pk")
