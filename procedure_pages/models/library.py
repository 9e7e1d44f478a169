from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.blocks import StreamBlockValidationError
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from ..admin.panels import PartUsagePanel
from ..blocks import LookupGridBlock, QuestionsBlock
from ..forms import LookupTableForm
from ..tables import table_faults


class QuestionSet(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """A part that several forms ask alike. A form takes it over when its page is published, and again only then."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    description = models.TextField(
        _("description"), blank=True, help_text=_("For authors: what it asks, and when to use it.")
    )
    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), min_num=1)

    panels: ClassVar[list[object]] = [
        PartUsagePanel(),
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("questions"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = _("part of the library")
        verbose_name_plural = _("parts of the library")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class LookupTable(RevisionMixin, models.Model):
    """Fees and the like, by kind, size and date. Calculations know it by name; a published form has its own copy."""

    name = models.CharField(_("name"), max_length=60, unique=True, help_text=_("Calculations use the table by it."))
    description = models.TextField(_("description"), blank=True)
    grid = StreamField(
        [("grid", LookupGridBlock())],
        verbose_name=_("table"),
        min_num=1,
        max_num=1,
        blank=True,
        help_text=_("Columns to look in, a column with the value, and, if the values change, the day they hold from."),
    )

    base_form_class = LookupTableForm
    panels: ClassVar[list[object]] = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("grid"),
        FieldPanel("pasted"),
    ]

    class Meta:
        verbose_name = _("look-up table")
        verbose_name_plural = _("look-up tables")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if faults := table_faults(self):
            raise ValidationError({"grid": StreamBlockValidationError(non_block_errors=faults)})
