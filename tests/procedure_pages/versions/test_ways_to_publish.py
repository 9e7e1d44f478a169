"""Every way to publish a form that people are filling in leads past the impact."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from procedure_pages.models import ProcedurePage
from submissions.models import FormVersion
from tests.factories.accounts import StaffFactory

from .publishing import begun, changed, published
from .test_impact import impact_url, numbers, press_publish

pytestmark = pytest.mark.django_db


def approve(client: Client, page: ProcedurePage, author: User) -> ProcedurePage:
    """As from the list of what waits for moderation."""
    page.get_workflow().start(page, author)
    state = page.current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))
    return ProcedurePage.objects.get(pk=page.pk)


def test_an_approval_waits_for_a_look_at_the_impact(
    client: Client, procedure: ProcedurePage, author: User, publisher: User
) -> None:
    begun(procedure)
    client.force_login(publisher)
    page = approve(client, changed(procedure, user=author), author)
    assert (numbers(), page.current_workflow_state) == ([1], None)
    assert impact_url(page) in client.get(reverse("wagtailadmin_home")).content.decode()
    assert "公開する</button>" in client.get(impact_url(page)).content.decode()
    client.post(impact_url(page))
    assert (numbers(), ProcedurePage.objects.get().has_unpublished_changes) == ([1, 2], False)
    assert impact_url(page) not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_an_approval_publishes_where_nobody_has_begun(
    client: Client, procedure: ProcedurePage, author: User, publisher: User
) -> None:
    client.force_login(publisher)
    approve(client, changed(procedure, user=author), author)
    assert numbers() == [1, 2]


def test_what_was_saved_after_the_approval_is_not_approved(
    client: Client, procedure: ProcedurePage, author: User, publisher: User
) -> None:
    begun(procedure)
    client.force_login(publisher)
    page = approve(client, changed(procedure, user=author), author)
    changed(page, "別の言葉", user=author)
    client.post(impact_url(page))
    assert (numbers(), impact_url(page) in client.get(reverse("wagtailadmin_home")).content.decode()) == ([1], False)


def test_an_approval_in_the_editor_leads_to_the_impact(
    client: Client, procedure: ProcedurePage, author: User, publisher: User
) -> None:
    begun(procedure)
    page = changed(procedure, user=author)
    page.get_workflow().start(page, author)
    client.force_login(publisher)
    action = {"action-workflow-action": "1", "workflow-action-name": "approve"}
    assert press_publish(client, page, action)["Location"] == impact_url(page)
    assert numbers() == [1]


def test_an_old_revision_is_not_published_unseen(client: Client, procedure: ProcedurePage, publisher: User) -> None:
    old = FormVersion.objects.get().revision
    assert old is not None
    page = published(procedure)
    begun(page)
    client.force_login(publisher)
    response = press_publish(client, page, {"action-publish": "1", "revision": str(old.pk)}, of=old.as_object())
    assert (response["Location"], numbers()) == (impact_url(page), [1, 2])


def test_the_impact_is_shown_when_a_publication_is_scheduled(
    client: Client, procedure: ProcedurePage, publisher: User
) -> None:
    page = changed(procedure, go_live_at=timezone.now() + timedelta(days=1))
    client.force_login(publisher)
    assert press_publish(client, page)["Location"] == impact_url(page)
    assert "公開を予約する</button>" in client.get(impact_url(page)).content.decode()
    client.post(impact_url(page))
    page = ProcedurePage.objects.get()
    assert (numbers(), page.scheduled_revision == page.latest_revision) == ([1], True)


def test_the_first_page_lists_only_what_somebody_may_publish(
    client: Client, procedure: ProcedurePage, author: User, publisher: User
) -> None:
    begun(procedure)
    client.force_login(publisher)
    page = approve(client, changed(procedure, user=author), author)
    for user in (author, StaffFactory(role="reviewers")):
        client.force_login(user)
        assert impact_url(page) not in client.get(reverse("wagtailadmin_home")).content.decode()
