from django.db import models
from django.utils.translation import gettext_lazy as _


class IfThere(models.TextChoices):
    """What becomes of a procedure whose address is taken already."""

    REFUSE = "refuse", _("Import nothing and say so")
    UPDATE = "update", _("Bring the procedure that is there up to date, as a draft")
    COPY = "copy", _("Add it as another procedure")
