from functools import partial
from typing import Any

from django.db import transaction
from wagtail.models import Page, Revision

from accounts.models import Department

from ..evidence import sha256_of
from ..models import FormVersion
from ..schema import FormSchema, Handling, handling_to_json, schema_to_json
from ..signals import form_published


@transaction.atomic
def publish_form(
    page: Page, schema: FormSchema, handling: Handling, *, user: Any, revision: Revision | None = None, note: str = ""
) -> FormVersion:
    """Freeze the form that `page` offers from now on, unless it is the very one already offered.

    `revision` is what it was compiled from, `note` what its author says of the change.
    """
    Page.objects.select_for_update().get(pk=page.pk)
    content = {"title": page.title, "schema": schema_to_json(schema), "handling": handling_to_json(handling)}
    sha256 = sha256_of(content)
    latest = FormVersion.objects.filter(page_id=page.pk).order_by("-number").first()
    if latest is not None and latest.sha256 == sha256:
        return latest
    version = FormVersion.objects.create(
        page_id=page.pk,
        number=latest.number + 1 if latest else 1,
        title=page.title,
        department=Department.objects.get(code=handling.department_code),
        schema_data=content["schema"],
        handling_data=content["handling"],
        sha256=sha256,
        published_by=user,
        revision=revision,
        note=note.strip(),
    )
    transaction.on_commit(partial(form_published.send, FormVersion, version=version))
    return version
