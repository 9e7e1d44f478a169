from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class FollowUp(models.Model):
    """What is offered once a case of `page` has ended well. Beside the form, not in it: it may change at any time."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="+")
    procedure = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("follow-up procedure")
        verbose_name_plural = _("follow-up procedures")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(name="one_follow_up", fields=["page", "procedure"])]

    def __str__(self) -> str:
        return f"{self.page}: {self.procedure}"
