from django.conf import settings

from .models import Consent, TermsVersion


def current_terms(language: str | None = None) -> TermsVersion | None:
    """The terms of use in force; None before the first were published."""
    versions = TermsVersion.objects.in_force().filter(language=language or settings.LANGUAGE_CODE)
    return versions.order_by("-effective_from", "-pk").first()


def terms_to_agree(user: object) -> TermsVersion | None:
    """The terms in force that `user` has not agreed to yet; None if there is nothing to ask."""
    terms = current_terms()
    if terms is None or Consent.objects.filter(user=user, terms=terms).exists():
        return None
    return terms
