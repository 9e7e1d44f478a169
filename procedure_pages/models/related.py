from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class RelatedProcedure(Orderable):
    """Another procedure that readers of `page` may need, chosen by its author."""

    page = ParentalKey("procedure_pages.ProcedurePage", on_delete=models.CASCADE, related_name="related_procedures")
    procedure = models.ForeignKey(
        "procedure_pages.ProcedurePage", verbose_name=_("procedure"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("procedure")]

    class Meta(Orderable.Meta):
        verbose_name = _("related procedure")
        verbose_name_plural = _("related procedures")

    def __str__(self) -> str:
        return str(self.procedure)


class FollowUpProcedure(Orderable):
    """What people need after `page` has ended well for them: a change, a report, the renewal (then `page` itself)."""

    page = ParentalKey("procedure_pages.ProcedurePage", on_delete=models.CASCADE, related_name="follow_ups")
    procedure = models.ForeignKey(
        "procedure_pages.ProcedurePage", verbose_name=_("procedure"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("procedure")]

    class Meta(Orderable.Meta):
        verbose_name = _("follow-up procedure")
        verbose_name_plural = _("follow-up procedures")

    def __str__(self) -> str:
        return str(self.procedure)
