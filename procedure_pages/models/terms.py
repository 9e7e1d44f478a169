from typing import ClassVar

from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..blocks import RICH_TEXT
from ..blocks.terms import ArticleBlock
from ..visitors import ForVisitors


class TermsPage(ForVisitors, Page):
    """The terms of use (利用規約). Every publication with other words freezes a version that people agree to."""

    introduction = RichTextField(_("introduction"), features=RICH_TEXT, blank=True)
    articles = StreamField([("article", ArticleBlock())], verbose_name=_("articles"), min_num=1)
    supplement = RichTextField(_("supplementary provisions"), features=RICH_TEXT, blank=True)  # 附則
    effective_from = models.DateTimeField(
        _("effective from"),
        default=timezone.now,
        help_text=_("From this moment on people are asked to agree to this version."),
    )

    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        FieldPanel("effective_from"),
        FieldPanel("introduction"),
        FieldPanel("articles"),
        FieldPanel("supplement"),
    ]
    template = "procedure_pages/terms_page.html"
    parent_page_types: ClassVar[list[str]] = ["procedure_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("terms of use")
        verbose_name_plural = _("terms of use")

    @property
    def body(self) -> str:
        """The exact HTML that people read and agree to."""
        return render_to_string("procedure_pages/terms_body.html", {"terms": self})
