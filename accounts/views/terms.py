from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from ..actions import agree_to_terms
from ..client import client_of
from ..decorators import user_of
from ..forms.consent import ConsentForm
from ..models import TermsVersion
from ..queries import current_terms, profiles_of, terms_to_agree


def terms_version(request: HttpRequest, number: int) -> HttpResponse:
    """Any version, past, present or announced, as it was worded."""
    version = TermsVersion.objects.filter(number=number).first()
    if version is None:
        raise Http404
    context = {
        "terms": version,
        "is_current": version == current_terms(version.language),
        "is_announced": version.effective_from > timezone.now(),
    }
    return render(request, "accounts/terms_version.html", context)


@never_cache
@login_required
def consent(request: HttpRequest) -> HttpResponse:
    """Asks for the consent to terms that the reader has not agreed to yet, then goes on to ``next``."""
    onwards = _onwards(request)
    terms = terms_to_agree(request.user)
    if terms is None:
        return HttpResponseRedirect(onwards)
    form = ConsentForm(request.POST if request.method == "POST" else None, terms=terms)
    if request.method == "POST" and form.is_valid():
        profile = profiles_of(request.user).first()
        agree_to_terms(terms, user=user_of(request), profile=profile, client=client_of(request))
        return HttpResponseRedirect(onwards)
    return render(request, "accounts/consent.html", {"form": form, "terms": terms, "next": onwards})


def _onwards(request: HttpRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return target
    return resolve_url(settings.LOGIN_REDIRECT_URL)
