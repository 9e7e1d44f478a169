from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..enums import LeadsTo
from ..navigation import breadcrumb
from .forms import CheckForm
from .walk import Walk, questions_in, walk

if TYPE_CHECKING:
    from ..models import ProcedurePage

HEADINGS = {
    LeadsTo.MAY: ("success", _("You can use this procedure")),
    LeadsTo.MAY_NOT: ("warning", _("You cannot use this procedure")),
    LeadsTo.ASK: ("info", _("Please ask the office in charge")),
}
"""By verdict: the tone of the notice, and its words."""


def check(page: "ProcedurePage", request: HttpRequest) -> HttpResponse:
    """The questions one after the other, then the verdict. Answers come by POST: no address and no log holds them."""
    questions = questions_in(page.eligibility_check)
    if not questions:
        raise Http404
    answers = {question.key: request.POST.get(question.key, "") for question in questions}
    walked = walk(questions, answers)
    name = gettext("Check whether you may apply")
    context = {
        "part": name,
        "breadcrumb": breadcrumb(page, request, below=name),
        "form": CheckForm(walked, was_shown=request.POST.get("shown", ""), answers=answers),
        "total": len(questions),
        **_verdict(page, walked),
    }
    response = page.render(request, template="procedure_pages/check.html", context_overrides=context)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _verdict(page: "ProcedurePage", walked: Walk) -> dict[str, object]:
    """Empty while a question is open."""
    verdict = walked.verdict
    if verdict is None:
        return {}
    tone, heading = HEADINGS[verdict]
    more = {LeadsTo.MAY: page.check_may, LeadsTo.MAY_NOT: page.check_may_not, LeadsTo.ASK: page.check_ask}
    return {"verdict": verdict, "tone": tone, "heading": heading, "decided_by": walked.last, "more": more[verdict]}
