from typing import ClassVar

from django.core.mail import EmailMessage
from django.db import models
from django.forms import EmailField
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.forms.forms import BaseForm
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.fields import RichTextField

from ..blocks import RICH_TEXT
from .sent_once import SentOnce


class ContactField(AbstractFormField):
    """A question of the contact page."""

    page = ParentalKey("procedure_pages.ContactPage", on_delete=models.CASCADE, related_name="form_fields")

    class Meta(AbstractFormField.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")


class ContactPage(SentOnce, AbstractEmailForm):
    """お問い合わせ: on Wagtail's own form builder, which serves for messages but must not hold applications."""

    limited_as = "contact"
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

    def send_mail(self, form: BaseForm) -> None:
        """To the office, answered with one click: the sender's address, if asked for, is where a reply goes."""
        EmailMessage(
            self.subject,
            self.render_email(form),
            self.from_address or None,
            [address.strip() for address in self.to_address.split(",")],
            reply_to=addresses_in(form),
        ).send()


def addresses_in(form: BaseForm) -> list[str]:
    """The mail addresses that were asked for and given."""
    names = [name for name, field in form.fields.items() if isinstance(field, EmailField)]
    return [form.cleaned_data[name] for name in names if form.cleaned_data[name]]
