"""Keeps pages that the office's records hang on: a form that was offered, terms that were agreed to."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from accounts.models import TermsVersion
from submissions.queries import pages_with_forms


def kept_pages(pages: Iterable[Page]) -> QuerySet[Page]:
    """Those of `pages`, and of all below them, that must not be deleted."""
    kept = Page.objects.none()
    for page in pages:
        with_terms = Page.objects.descendant_of(page, inclusive=True).filter(pk__in=TermsVersion.objects.values("page"))
        kept = kept | Page.objects.filter(Q(pk__in=pages_with_forms(page)) | Q(pk__in=with_terms))
    return kept


def refuse_deletion(request: HttpRequest, pages: list[Page], *, back_to: Page) -> HttpResponse | None:
    """A redirect with an explanation if any of `pages` must stay, else None."""
    kept = kept_pages(pages)
    if not kept.exists():
        return None
    names = "、".join(f"「{page.title}」" for page in kept[:3])
    messages.error(
        request,
        _("%(names)s cannot be deleted, because applications or consents depend on it. Unpublish it instead.")
        % {"names": names},
    )
    return redirect("wagtailadmin_explore", back_to.pk)
