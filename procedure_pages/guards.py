"""Keeps pages that the office's records hang on: a form that was offered, terms that were agreed to."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from accounts.models import TermsVersion
from submissions.queries import pages_with_forms

from .models import QuestionSet
from .parts import procedures_using


def kept_pages(pages: Iterable[Page]) -> QuerySet[Page]:
    """Those of `pages`, and of all below them, that must not be deleted."""
    kept = Page.objects.none()
    for page in pages:
        with_terms = Page.objects.descendant_of(page, inclusive=True).filter(pk__in=TermsVersion.objects.values("page"))
        kept = kept | Page.objects.filter(Q(pk__in=pages_with_forms(page)) | Q(pk__in=with_terms))
    return kept


def refuse_deletion_of_parts(request: HttpRequest, rows: list[Any]) -> HttpResponse | None:
    """Likewise for parts of the library that a published procedure uses."""
    for part in rows:
        if isinstance(part, QuestionSet) and (names := [page.title for page in procedures_using(part)[:3]]):
            message = _("“%(part)s” cannot be deleted, because it is used by: %(names)s")
            messages.error(request, message % {"part": part, "names": "、".join(names)})
            return redirect("procedure_admin:usage", part.pk)
    return None


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
