from typing import Any, ClassVar

from allauth.core.ratelimit import consume_or_429
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField

from ..blocks import RICH_TEXT
from ..navigation import breadcrumb

SENT = "sent"


class ContactField(AbstractFormField):
    """A question of the contact page."""

    page = ParentalKey("procedure_pages.ContactPage", on_delete=models.CASCADE, related_name="form_fields")

    class Meta(AbstractFormField.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")


class ContactPage(AbstractEmailForm):
    """お問い合わせ: on Wagtail's own form builder, which serves for messages but must not hold applications."""

    introduction = RichTextField(_("introduction"), features=RICH_TEXT, blank=True)
    thanks = RichTextField(_("text after sending"), features=RICH_TEXT, blank=True)

    content_panels: ClassVar[list[object]] = [
        *AbstractEmailForm.content_panels,
        FormSubmissionsPanel(),
        FieldPanel("introduction"),
        InlinePanel("form_fields", heading=_("questions"), label=_("question")),
        FieldPanel("thanks"),
        MultiFieldPanel(
            [FieldPanel("to_address"), FieldPanel("from_address"), FieldPanel("subject")], heading=_("E-mail")
        ),
    ]
    template = "procedure_pages/contact_page.html"
    landing_page_template = "procedure_pages/contact_sent.html"
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Anybody may write, but not without end: each message is stored and mailed to the office."""
        if (too_many := consume_or_429(request, action="contact")) is not None:
            return too_many
        if request.method == "GET" and SENT in request.GET:
            return self.render_landing_page(request)
        return super().serve(request, *args, **kwargs)

    def render_landing_page(
        self, request: HttpRequest, form_submission: Any = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """After sending, by way of a redirect: reloading the page sends nothing again."""
        if form_submission is not None:
            return HttpResponseRedirect(f"{self.get_url(request)}?{SENT}=1")
        return super().render_landing_page(request, form_submission, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "breadcrumb": breadcrumb(self, request)}
