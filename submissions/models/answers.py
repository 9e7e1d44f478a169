from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..schema.evaluation import Circumstances, Evaluation
from .form_version import FormVersion
from .submission import Submission


class DraftAnswers(models.Model):
    """What is being typed: raw, complete or not. One for a draft, and one for a correction while it is open."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="draft")
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    """Goes up with every change: a page that saved against an older one is told so."""
    stamps = models.JSONField(default=dict)
    """Field key -> the version that last changed it."""
    removed = models.JSONField(default=list)
    """Rows taken out of repeating groups, to be put back: see `submissions.schema.removed`."""
    doubts = models.JSONField(default=dict)
    """Path -> why the answer that came from an older form should be looked at: see `submissions.schema.carrying`."""
    earlier = models.JSONField(default=list)
    """What older forms asked, oldest first: ``{"version": id of the form version, "answers": raw, by key}``."""
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")

    def __str__(self) -> str:
        return f"{self.submission} v{self.version}"

    @property
    def evaluation(self) -> Evaluation:
        """What the form asks, given what has been typed."""
        return self.submission.evaluate(self.answers)


class AnswerSet(models.Model):
    """One filed round: the first filing, or a correction. Immutable."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="answer_sets")
    round = models.PositiveSmallIntegerField()
    form_version = models.ForeignKey(FormVersion, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField()
    """Values by field key; see `submissions.schema.kinds`."""
    applicant = models.JSONField()
    """The profile as it was at that moment."""
    agent = models.JSONField(default=dict)
    """代理人 who filed it in the applicant's name, as they were at that moment; empty where nobody did."""
    sha256 = models.CharField(max_length=64)
    """Of answers, applicant, and agent if there is one, as canonical JSON, in hexadecimal."""
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("filed answers")
        verbose_name_plural = _("filed answers")
        ordering = ["round"]
        constraints = [models.UniqueConstraint(name="one_answer_set_a_round", fields=["submission", "round"])]

    def __str__(self) -> str:
        return f"{self.submission} #{self.round}"

    @property
    def evaluation(self) -> Evaluation:
        """The form as it was asked of this applicant on the day of filing."""
        day = timezone.localdate(self.filed_at).isoformat()
        circumstances = Circumstances(today=day, applicant=self.applicant["kind"])
        return Evaluation(self.submission.schema, self.answers, circumstances)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A filed round is never edited.")
        super().save(*args, **kwargs)
