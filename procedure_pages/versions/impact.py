"""What publishing would mean for people who have begun: seen before it is done."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views import View
from wagtail import hooks
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from submissions.actions import set_version_deadline
from submissions.impact import DRAFTS_AT_MOST, impact_of
from submissions.models import FormVersion
from submissions.refusals import Refused
from submissions.versions import compare, versions_of

from ..models import ProcedurePage
from .access import ProcedureMixin
from .deadlines import DeadlineForm
from .moderation import is_approved
from .offered import coming_form, concerns_people, is_scheduled

AWAITING = "procedure_pages.awaiting_publication"
"""Session key: the revision that somebody wanted to publish, checked by the editor, held until the impact was seen."""


def hold_publication(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Between the publish button and the publication: a redirect to the impact if drafts would be affected."""
    if not isinstance(page, ProcedurePage) or not concerns_people(page):
        return None
    request.session[AWAITING] = page.latest_revision_id
    if is_scheduled(page):
        messages.warning(request, _("Nothing is scheduled yet: look at what the new form means for applications."))
    else:
        messages.warning(request, _("Nothing is published yet: people have begun applications on the form of now."))
    return redirect("procedure_versions:impact", page.pk)


def refuse_bulk_publication(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    """Several at once cannot be looked at: such pages are published one by one."""
    procedures = ProcedurePage.objects.filter(pk__in=[page.pk for page in pages])
    affected = [page for page in procedures if concerns_people(page)]
    if not affected:
        return None
    names = "、".join(f"「{page.title}」" for page in affected[:3])
    messages.error(
        request,
        _("%(names)s: people have begun applications. Publish from the editor, after a look at the impact.")
        % {"names": names},
    )
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


class ImpactView(ProcedureMixin, View):
    """The difference to what is offered now, the cases on each version, the answers that would not fit."""

    template_name = "procedure_pages/versions/impact.html"
    header_icon = "group"

    def get_page_title(self) -> str:
        return _("Impact of publishing")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.show(DeadlineForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.permissions.can_publish() or self.permissions.page_locked():
            raise PermissionDenied
        form = DeadlineForm(request.POST)
        if not self.is_held():
            messages.error(request, _("The page was changed in the meantime. Publish it from the editor."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        try:
            if form.is_valid():
                self.close_older(form.cleaned_data["ends_at"])
        except Refused as refusal:
            form.add_error("ends_at", str(refusal.message))
        return self.publish() if form.is_valid() else self.show(form)

    def is_held(self) -> bool:
        """Whether the newest draft is the one that the editor, or moderation, found in order."""
        return self.request.session.get(AWAITING) == self.page.latest_revision_id or is_approved(self.page)

    def close_older(self, ends_at: Any) -> None:
        for version in versions_of(self.page) if ends_at else ():
            if not hasattr(version, "deadline"):
                set_version_deadline(version, user=self.request.user, ends_at=ends_at)

    def publish(self) -> HttpResponse:
        self.request.session.pop(AWAITING, None)
        revision = self.page.latest_revision
        PublishPageRevisionAction(revision, user=self.request.user).execute()
        page = ProcedurePage.objects.get(pk=self.page.pk)
        for hook in hooks.get_hooks("after_publish_page"):
            hook(self.request, page)
        is_scheduled = revision.approved_go_live_at is not None or page.has_unpublished_changes
        later, now = _("The page will be published at the time that is set."), _("The page is published.")
        messages.success(self.request, later if is_scheduled else now)
        return redirect(self.address("list"))

    def show(self, form: DeadlineForm) -> HttpResponse:
        current, coming = coming_form(self.page)
        found = self.impact(current, coming)
        return self.render_to_response(self.get_context_data(current=current, form=form, media=form.media, **found))

    def impact(self, current: FormVersion | None, coming: FormVersion) -> dict[str, Any]:
        if current is None or current.sha256 == coming.sha256:
            return {}
        may_publish = self.permissions.can_publish() and not self.permissions.page_locked()
        return {
            "comparison": compare(current, coming),
            "impact": impact_of(self.page, coming.schema, coming.handling),
            "at_most": DRAFTS_AT_MOST,
            "is_scheduled": is_scheduled(self.page),
            "may_publish_now": may_publish and self.is_held(),
        }
