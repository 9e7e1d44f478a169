"""Nobody changes a form that people are filling in without having seen what it means for them."""

from datetime import timedelta
from typing import Any

import pytest
from django.forms import BoundField
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from accounts.models import User
from procedure_pages.models import ProcedurePage
from submissions.models import FormVersion, VersionDeadline
from tests.factories.accounts import StaffFactory

from .publishing import begun, changed, posted, published

pytestmark = pytest.mark.django_db
STREAMS = ("eligibility_check", "guidance", "steps", "rules", "test_cases")


def impact_url(page: ProcedurePage) -> str:
    return reverse("procedure_versions:impact", args=[page.pk])


PUBLISH = {"action-publish": "1"}


def press_publish(
    client: Client, page: ProcedurePage, action: dict[str, str] = PUBLISH, *, of: ProcedurePage | None = None
) -> Any:
    """The publish button, or another, of the editor on the newest draft of `page`, or on an older one."""
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    draft = of or ProcedurePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    fields = [field for field in client.get(edit).context["form"] if field.name not in STREAMS]
    data = {field.html_name: typed(field) for field in fields if field.value() not in (None, False, "")}
    streams = {key: value for name in STREAMS for key, value in posted(name, getattr(draft, name)).items()}
    rows = nested_form_data({"related_procedures": inline_formset([]), "follow_ups": inline_formset([])})
    return client.post(edit, {**data, **streams, **rows, **action})


def typed(field: BoundField) -> Any:
    is_rich = isinstance(field.field.widget, DraftailRichTextArea)
    return rich_text(str(field.value())) if is_rich else field.value()


def numbers() -> list[int]:
    return list(FormVersion.objects.order_by("number").values_list("number", flat=True))


def test_publishing_stops_at_the_impact_while_somebody_fills_in_the_form(
    client: Client, procedure: ProcedurePage, publisher: User
) -> None:
    begun(procedure)
    changed(procedure)
    client.force_login(publisher)
    response = press_publish(client, procedure)
    assert (response.status_code, response["Location"], numbers()) == (302, impact_url(procedure), [1])
    html = client.get(impact_url(procedure)).content.decode()
    for words in (
        "公開する</button>",
        "<td>1</td>",
        "下書き1件のうち",
        "<ins>お名前</ins>",
        "質問の言葉が変わりました。",
    ):
        assert words in html
    client.post(impact_url(procedure))
    assert (numbers(), ProcedurePage.objects.get().has_unpublished_changes) == ([1, 2], False)


def test_publishing_goes_through_where_nobody_has_begun(
    client: Client, procedure: ProcedurePage, publisher: User
) -> None:
    changed(procedure)
    client.force_login(publisher)
    press_publish(client, procedure)
    assert numbers() == [1, 2]


def test_publishing_guidance_alone_goes_through(client: Client, procedure: ProcedurePage, publisher: User) -> None:
    begun(procedure)
    changed(procedure, "氏名", summary="新しい要約です。")
    client.force_login(publisher)
    press_publish(client, procedure)
    assert (numbers(), ProcedurePage.objects.get().summary) == ([1], "新しい要約です。")


def test_the_deadline_is_set_with_the_publication(client: Client, procedure: ProcedurePage, publisher: User) -> None:
    begun(procedure)
    changed(procedure)
    client.force_login(publisher)
    press_publish(client, procedure)
    assert client.post(impact_url(procedure), {"ends_at": "2020-01-01 00:00"}).status_code == 200
    assert numbers() == [1]
    ends_at = timezone.localtime() + timedelta(days=7)
    client.post(impact_url(procedure), {"ends_at": f"{ends_at:%Y-%m-%d %H:%M}"})
    deadline = VersionDeadline.objects.get()
    assert (deadline.form_version.number, deadline.set_by, numbers()) == (1, publisher, [1, 2])


def test_what_was_saved_after_the_look_is_not_published(
    client: Client, procedure: ProcedurePage, publisher: User
) -> None:
    begun(procedure)
    changed(procedure)
    client.force_login(publisher)
    press_publish(client, procedure)
    changed(procedure, "別の言葉")
    client.post(impact_url(procedure))
    assert numbers() == [1]


def test_an_author_looks_and_cannot_publish(client: Client, procedure: ProcedurePage, author: User) -> None:
    begun(procedure)
    changed(procedure)
    client.force_login(author)
    html = client.get(impact_url(procedure)).content.decode()
    assert "元の様式のままです" in html and "公開する</button>" not in html
    client.post(impact_url(procedure))
    assert numbers() == [1]


def test_who_moderates_the_page_sees_the_impact(client: Client, procedure: ProcedurePage, author: User) -> None:
    begun(procedure)
    page = changed(procedure)
    moderator = StaffFactory(role="moderators")
    task = page.get_workflow().tasks.first().specific
    task.groups.set(moderator.groups.all())
    client.force_login(moderator)
    assert client.get(impact_url(page)).status_code == 302
    page.get_workflow().start(page, author)
    assert "元の様式のままです" in client.get(impact_url(page)).content.decode()
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert impact_url(page) in editor


def test_an_unchanged_form_has_no_impact(client: Client, procedure: ProcedurePage, author: User) -> None:
    client.force_login(author)
    assert "新しい版は作られず" in client.get(impact_url(procedure)).content.decode()


def test_pages_with_drafts_are_not_published_in_bulk(client: Client, procedure: ProcedurePage, publisher: User) -> None:
    begun(procedure)
    changed(procedure)
    client.force_login(publisher)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={procedure.pk}")
    assert numbers() == [1]


def test_a_deadline_is_set_on_a_version_by_publishers_only(
    client: Client, procedure: ProcedurePage, author: User, publisher: User
) -> None:
    published(procedure)
    url = reverse("procedure_versions:deadline", args=[procedure.pk, 1])
    ends_at = f"{timezone.localtime() + timedelta(days=7):%Y-%m-%d %H:%M}"
    client.force_login(author)
    client.post(url, {"ends_at": ends_at})
    assert VersionDeadline.objects.count() == 0
    client.force_login(publisher)
    assert "これから先の日時" in client.post(url, {"ends_at": "2020-01-01 00:00"}).content.decode()
    client.post(url, {"ends_at": ends_at})
    assert f"{timezone.localtime(VersionDeadline.objects.get().ends_at):%Y-%m-%d %H:%M}" == ends_at
    client.post(url, {"ends_at": ""})
    assert VersionDeadline.objects.count() == 0
