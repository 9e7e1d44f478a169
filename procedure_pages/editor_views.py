"""What the editor of a procedure asks for beside Wagtail's own pages."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.admin import messages

from .checks import problems
from .models import ProcedurePage
from .problem_list import TEMPLATE, problem_context


def list_of_problems(request: HttpRequest, page_id: int) -> HttpResponse:
    """The list anew, once the draft was saved."""
    page = get_object_or_404(ProcedurePage, pk=page_id).get_latest_revision_as_object()
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return render(request, TEMPLATE, problem_context(page))


def warn_of_problems(request: HttpRequest, page: ProcedurePage) -> None:
    """Beside the message that `page` is published: what its author should look at again."""
    for problem in problems(page):
        if not problem.is_error:
            messages.warning(request, problem.message)
