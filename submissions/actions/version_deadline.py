from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..models import FormVersion, VersionDeadline
from ..refusals import Refused


@transaction.atomic
def set_version_deadline(version: FormVersion, *, user: Any, ends_at: datetime | None) -> VersionDeadline | None:
    """Close `version` to drafts that are sent after `ends_at`, once a newer one is offered. None takes that back.

    A correction is never affected: who was asked to mend a case goes on with the form it was filed on.
    """
    if ends_at is not None and ends_at <= timezone.now():
        raise Refused(_("Choose a deadline in the future."))
    if ends_at is None:
        VersionDeadline.objects.filter(form_version=version).delete()
        deadline = None
    else:
        deadline, _is_new = VersionDeadline.objects.update_or_create(
            form_version=version, defaults={"ends_at": ends_at, "set_by": user}
        )
    data = {"version": version.number, "ends_at": ends_at.isoformat() if ends_at else None}
    log(instance=version.page.specific, action="submissions.set_version_deadline", user=user, data=data)
    return deadline
