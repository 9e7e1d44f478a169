from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from .access import own_draft


@never_cache
@login_required
def exit_page(request: HttpRequest, reference: str, position: int) -> HttpResponse:
    """Why this applicant cannot use the procedure, and what to do instead. The draft stays as it is."""
    submission, draft = own_draft(request, reference)
    stops = [stop for stop in draft.evaluation.stops() if stop.title]
    if not stops:
        return redirect("submissions:step", reference, position)
    context = {"submission": submission, "stop": stops[0], "position": position}
    return render(request, "submissions/wizard/exit.html", context)
