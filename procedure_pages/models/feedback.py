from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.forms.models import AbstractForm
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField

from ..blocks import RICH_TEXT
from ..feedback import FeedbackForm, page_in_question
from .sent_once import SentOnce


class FeedbackPage(SentOnce, AbstractForm):
    """このページは役に立ちましたか: what readers think of a page, for its authors, in Wagtail's own list of forms.

    A page of its own, reached by a link: the pages it asks about are kept for visitors and carry no form token.
    """

    limited_as = "feedback"
    thanks = RichTextField(_("text after sending"), features=RICH_TEXT, blank=True)

    content_panels: ClassVar[list[object]] = [
        *AbstractForm.content_panels,
        FormSubmissionsPanel(),
        FieldPanel("thanks"),
    ]
    template = "procedure_pages/feedback_page.html"
    landing_page_template = "procedure_pages/contact_sent.html"
    max_count_per_parent = 1
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("feedback page")
        verbose_name_plural = _("feedback pages")

    def get_form_fields(self) -> list[Any]:
        """None for an author to choose: the questions are always the same."""
        return []

    def get_data_fields(self) -> list[tuple[str, str | Promise]]:
        return [
            ("submit_time", _("Sent at")),
            ("about", _("Page")),
            ("helpful", _("Helpful?")),
            ("comment", _("Comment")),
        ]

    def get_form_class(self) -> type[FeedbackForm]:
        return FeedbackForm

    def process_form_submission(self, form: FeedbackForm) -> Any:
        return self.get_submission_class().objects.create(page=self, form_data=form.record())

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The link that was followed has said which page is meant, and perhaps the answer."""
        self.asked = {"page_number": request.GET.get("page", ""), "helpful": request.GET.get("helpful", "")}
        return super().serve(request, *args, **kwargs)

    def get_form_parameters(self) -> dict[str, Any]:
        return {"initial": getattr(self, "asked", {})}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        about = page_in_question(request.GET.get("page", "") or request.POST.get("page_number", ""))
        return {**super().get_context(request, *args, **kwargs), "about": about}
