"""Everything that the applicant was told, whether a mail arrived or not."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.decorators import applicant_required

from ..actions import mark_all_told
from ..models import InboxItem
from ..notifications import NOTIFICATIONS
from ..queries import inbox_of
from .mails import lost_addresses

PAGE_SIZE = 50


@never_cache
@require_http_methods(["GET", "POST"])
@applicant_required
def inbox(request: HttpRequest) -> HttpResponse:
    """Newest first. News counts as read once the page that it leads to was opened, or by the button here."""
    if request.method == "POST":
        mark_all_told(user=request.user)
        return redirect("submissions:inbox")
    page = Paginator(items_of(request.user), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lost": lost_addresses(request),
        "news": [shown(item) for item in page],
        "has_unread": any(item.read_at is None for item in page),
        "previous_url": f"?page={page.previous_page_number()}" if page.has_previous() else "",
        "next_url": f"?page={page.next_page_number()}" if page.has_next() else "",
    }
    return render(request, "submissions/mypage/inbox.html", context)


def items_of(user: Any) -> QuerySet[InboxItem]:
    found = inbox_of(user).select_related("submission__form_version")
    return found.defer("submission__form_version__schema_data", "submission__form_version__handling_data")


def shown(item: InboxItem) -> dict[str, Any]:
    notification = NOTIFICATIONS.get(item.notification)
    page = "messages" if notification is not None and notification.place == "messages" else "case"
    return {
        "item": item,
        "title": notification.subject if notification else item.notification,
        "url": reverse(f"submissions:{page}", args=[item.submission.reference]),
    }
