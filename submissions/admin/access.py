"""Which case a page of the desk is about, and the record that somebody looked at it."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from ..actions import record_access
from ..enums import AccessKind
from ..models import AccessRecord, Submission
from ..permissions import cases_for_staff, grants_of

ONE_LOOK = timedelta(minutes=10)
"""Opening a case again within this time, to act on it or to come back to it, is one look."""


class GrantedMixin:
    """To staff without a grant the desk does not exist."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)  # type: ignore[misc]
        if not grants_of(request.user):
            raise Http404


class CaseMixin(GrantedMixin):
    """`self.case` is the filed case of the address, if the user's grants open it; else the page does not exist."""

    case: Submission

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        visible = cases_for_staff(request.user).select_related("form_version", "department", "profile", "assignee")
        self.case = get_object_or_404(visible, pk=kwargs["pk"])


def record_look(submission: Submission, *, user: Any) -> None:
    """Record that `user` opened the case, once for all pages of it that follow within `ONE_LOOK`."""
    looks = AccessRecord.objects.filter(submission=submission, user=user, kind=AccessKind.VIEW)
    if not looks.filter(accessed_at__gt=timezone.now() - ONE_LOOK).exists():
        record_access(submission, user=user, kind=AccessKind.VIEW)
