from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from .. import queries
from ..actions import agree_to_terms
from ..client import client_of
from ..decorators import user_of
from ..forms.consent import ConsentForm
from ..models import TermsVersion
from ..onwards import onwards
from ..queries import current_terms, last_agreed, profiles_of, terms_to_agree
from ..terms_diff import changes


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


def terms_versions(request: HttpRequest) -> HttpResponse:
    """Every version, each with what changed since the one before it."""
    versions = list(queries.terms_versions())
    current = current_terms()
    context = {"rows": zip(versions, [*versions[1:], None], strict=True), "versions": versions, "current": current}
    return render(request, "accounts/terms_versions.html", context)


def terms_compare(request: HttpRequest) -> HttpResponse:
    """The difference between two versions, named by their numbers as ``old`` and ``new``."""
    old, new = (_version(request.GET.get(name, "")) for name in ("old", "new"))
    context = {"old": old, "new": new, "lines": changes(old.body, new.body), "versions": queries.terms_versions()}
    return render(request, "accounts/terms_compare.html", context)


def _version(number: str) -> TermsVersion:
    if not number.isdecimal():
        raise Http404
    return get_object_or_404(TermsVersion, number=number)


@never_cache
@login_required
def consent(request: HttpRequest) -> HttpResponse:
    """Asks for the consent to terms that the reader has not agreed to yet, then goes on to ``next``."""
    target = onwards(request)
    terms = terms_to_agree(request.user)
    if terms is None:
        return HttpResponseRedirect(target)
    form = ConsentForm(request.POST if request.method == "POST" else None, terms=terms)
    if request.method == "POST" and form.is_valid():
        profile = profiles_of(request.user).first()
        agree_to_terms(terms, user=user_of(request), profile=profile, client=client_of(request))
        return HttpResponseRedirect(target)
    agreed = last_agreed(request.user, terms.language)
    return render(request, "accounts/consent.html", {"form": form, "terms": terms, "agreed": agreed, "next": target})
