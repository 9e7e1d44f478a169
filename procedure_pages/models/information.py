from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from ..blocks import GuidanceBlock
from ..visitors import ForVisitors
from .easy_to_read import easy_guidance_field, readings_field


class InformationPage(ForVisitors, Page):
    """A page of text: the accessibility policy, the privacy notice, how to use the portal."""

    summary = models.CharField(_("summary"), max_length=200, blank=True)
    body = StreamField(GuidanceBlock(), verbose_name=_("body text"), blank=True)
    easy_guidance = easy_guidance_field()
    readings = readings_field()

    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("easy_guidance"), FieldPanel("readings")], heading=_("Easy Japanese and furigana")),
    ]
    template = "procedure_pages/information_page.html"
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.HomePage", "procedure_pages.InformationPage"]
    subpage_types: ClassVar[list[str]] = ["procedure_pages.InformationPage"]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The pages below are listed: a page of help leads to all of its parts."""
        parts = InformationPage.objects.live().child_of(self).defer("body") if self.numchild else ()
        return {**super().get_context(request, *args, **kwargs), "parts": parts}
