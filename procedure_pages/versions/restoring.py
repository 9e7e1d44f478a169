"""An old version taken up again: as a new draft of the page, never by touching what was published."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View
from wagtail.models import Page

from submissions.models import FormVersion
from submissions.versions import compare

from ..models import ProcedurePage, QuestionSet
from ..parts import changed_since
from .access import ProcedureMixin
from .former_parts import put_back
from .offered import form_of, newest_draft

STAYS = frozenset(
    {
        "page_ptr",
        "summary",
        "category",
        "life_events",
        "keywords",
        "eligibility",
        "eligibility_check",
        "check_may",
        "check_may_not",
        "check_ask",
        "guidance",
        "easy_guidance",
        "readings",
        "fee",
        "paper",
        "paper_form",
        "paper_address",
        "identity_note",
        "criteria",
    }
    | {"opens_at", "closes_at", "quota", "withdrawal_frees_place", "change_note", "search_text"}
)
"""What no version freezes. Everything else of a procedure comes back with the version."""


@transaction.atomic
def restore_form(
    page: ProcedurePage, version: FormVersion, *, user: Any, with_former_parts: bool = False
) -> list[QuestionSet]:
    """A new draft of `page` with the form and the promises of `version`; guidance, period and title stay.

    `with_former_parts`: what the library asks otherwise by now becomes questions of the form, as they were then.
    Returns the parts for which that was not possible.
    """
    assert version.revision is not None, "the caller offers only what can be restored"
    Page.objects.select_for_update().get(pk=page.pk)
    source, draft = version.revision.as_object(), newest_draft(page)
    for name in (field.name for field in ProcedurePage._meta.local_fields if field.name not in STAYS):
        setattr(draft, name, getattr(source, name))
    draft.change_note = _("The form is that of version %(number)d again.") % {"number": version.number}
    changed = changed_since(draft, version.schema_data["steps"]) if with_former_parts else []
    lost = put_back(draft, version, changed)
    draft.save_revision(user=user, log_action=True, previous_revision=version.revision, clean=False)
    return lost


class RestoreView(ProcedureMixin, View):
    """Asks once, because the form of an unpublished draft is replaced."""

    template_name = "procedure_pages/versions/restore.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.old = self.version(kwargs["number"])

    def get_page_title(self) -> str:
        return _("Restore version %(number)d as a new draft") % {"number": self.old.number}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        obstacle = self.obstacle()
        return self.render_to_response(
            self.get_context_data(old=self.old, obstacle=obstacle, parts=[] if obstacle else self.changed_parts())
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if obstacle := self.obstacle():
            messages.error(request, obstacle)
            return redirect(self.address("list"))
        keeps_former = request.POST.get("parts") != "new"
        lost = restore_form(self.page, self.old, user=request.user, with_former_parts=keeps_former)
        sentence = _("The form of version %(number)d is a new draft now. Nothing is published yet.")
        messages.success(request, sentence % {"number": self.old.number})
        for part in lost:
            sentence = _(
                "What “%(part)s” of the library asked then is not kept any more. It asks its newest questions."
            )
            messages.warning(request, sentence % {"part": part})
        if not lost and compare(self.old, form_of(newest_draft(ProcedurePage.objects.get(pk=self.page.pk)))).form:
            messages.warning(
                request, _("Shared parts have changed since. This draft has their newest questions: check the impact.")
            )
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def changed_parts(self) -> list[QuestionSet]:
        """The parts that ask otherwise than in this version."""
        assert self.old.revision is not None, "the page offers only what can be restored"
        return changed_since(self.old.revision.as_object(), self.old.schema_data["steps"])

    def obstacle(self) -> str:
        """Why it cannot be done; empty if it can."""
        if self.old.revision_id is None:
            return _("This version was published before the sources of forms were kept. It cannot be restored.")
        return _("The page is locked.") if self.permissions.page_locked() else ""
