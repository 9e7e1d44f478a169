"""Changes a page the way an editor does."""

from typing import Any

from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import rich_text

from accounts.models import User
from procedure_pages.models import ProcedurePage
from submissions.actions import save_draft, start_draft
from submissions.models import Submission
from tests.factories.accounts import ProfileFactory


def changed(page: ProcedurePage, label: str = "お名前", *, user: User | None = None, **values: Any) -> ProcedurePage:
    """A new draft of `page`, in which the first question has other words."""
    draft: ProcedurePage = ProcedurePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.steps[0].value["fields"][0].value["label"] = label
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)
    return ProcedurePage.objects.get(pk=page.pk)


def published(page: ProcedurePage, label: str = "お名前", *, user: User | None = None, **values: Any) -> ProcedurePage:
    changed(page, label, user=user, **values).get_latest_revision().publish(user=user, skip_permission_checks=True)
    return ProcedurePage.objects.get(pk=page.pk)


def begun(page: ProcedurePage, name: str = "花子") -> Submission:
    """A draft that somebody began on the form that `page` offers now."""
    profile = ProfileFactory()
    user = profile.members.get()
    case = start_draft(page, user=user, profile=profile)
    save_draft(case, {next(case.schema.fields).key: name}, user=user)
    return case


def posted(prefix: str, value: Any) -> dict[str, Any]:
    """What the editor posts for the value of a block and all that lies in it."""
    if isinstance(value, StreamValue | ListValue):
        children = list(value) if isinstance(value, StreamValue) else value.bound_blocks
        data: dict[str, Any] = {f"{prefix}-count": len(children)}
        for index, child in enumerate(children):
            place = f"{prefix}-{index}"
            head = {"type": getattr(child, "block_type", "item"), "id": child.id, "order": index, "deleted": ""}
            data |= {f"{place}-{name}": part for name, part in head.items()}
            data |= posted(f"{place}-value", child.value)
        return data
    if isinstance(value, RichText):
        return {prefix: rich_text(value.source)}
    if isinstance(value, StructValue):
        return {key: part for name, below in value.items() for key, part in posted(f"{prefix}-{name}", below).items()}
    return {} if value in (None, False, "") else {prefix: value}
