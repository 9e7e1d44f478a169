"""The form page of Wagtail's own documentation, as plain as it is written there."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.contrib.forms.models import AbstractEmailForm, AbstractFormField


class PeerFormField(AbstractFormField):
    page = ParentalKey("PeerFormPage", on_delete=models.CASCADE, related_name="form_fields")


class PeerFormPage(AbstractEmailForm):
    template = "peer/form_page.html"
    landing_page_template = "peer/form_page_landing.html"
