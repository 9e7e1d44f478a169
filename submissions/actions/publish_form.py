from functools import partial
from typing import Any

from django.db import transaction
from wagtail.models import Page, Revision

from accounts.models import Department

from ..models import FormVersion
from ..schema import FormSchema, Handling
from ..signals import form_published
from ..versions import forget_newest, unpublished


@transaction.atomic
def publish_form(
    page: Page, schema: FormSchema, handling: Handling, *, user: Any, revision: Revision | None = None, note: str = ""
) -> FormVersion:
    """Freeze the form that `page` offers from now on, unless it is the very one already offered.

    `revision` is what it was compiled from, `note` what its author says of the change.
    """
    Page.objects.select_for_update().get(pk=page.pk)
    version = unpublished(page, schema, handling)
    latest = FormVersion.objects.filter(page_id=page.pk).order_by("-number").first()
    if latest is not None and latest.sha256 == version.sha256:
        return latest
    version.number = latest.number + 1 if latest else 1
    version.department = Department.objects.get(code=handling.department_code)
    version.published_by, version.revision, version.note = user, revision, note.strip()
    version.save()
    forget_newest(page.pk)
    transaction.on_commit(partial(forget_newest, page.pk))
    transaction.on_commit(partial(form_published.send, FormVersion, version=version))
    return version
