"""Every way to the public makes the version it should: copying, scheduling, expiring."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from procedure_pages.models import ProcedurePage
from submissions.models import AcceptancePeriod, FormVersion, Submission
from submissions.queries import may_start

from .publishing import begun, changed, published

pytestmark = pytest.mark.django_db


def copied(client: Client, page: ProcedurePage, *, live: bool) -> ProcedurePage:
    values = {"new_title": "写し", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]), {**values, **({"publish_copies": "on"} if live else {})}
    )
    return ProcedurePage.objects.get(slug="copy")


@pytest.mark.parametrize("live", [True, False])
def test_a_copy_is_a_procedure_of_its_own(
    client: Client, procedure: ProcedurePage, publisher: User, live: bool
) -> None:
    page = published(procedure, change_note="言葉を直しました。")
    client.force_login(publisher)
    copy = copied(client, page, live=live)
    if not live:
        assert FormVersion.objects.filter(page=copy).count() == 0
        copy.get_latest_revision().publish()
    version = FormVersion.objects.get(page=copy)
    assert (version.number, version.title, version.note) == (1, "写し", "")
    assert version.schema == FormVersion.objects.get(page=page, number=2).schema
    assert begun(ProcedurePage.objects.get(pk=copy.pk)).form_version == version


def test_drafts_of_a_copy_and_of_its_original_do_not_meet(
    client: Client, procedure: ProcedurePage, publisher: User
) -> None:
    client.force_login(publisher)
    copy = copied(client, procedure, live=True)
    begun(procedure)
    begun(copy)
    published(copy)
    assert [case.form_version.page_id for case in Submission.objects.order_by("pk")] == [procedure.pk, copy.pk]
    assert list(FormVersion.objects.filter(page=procedure).values_list("number", flat=True)) == [1]


def test_a_scheduled_change_makes_its_version_when_it_goes_live(procedure: ProcedurePage, publisher: User) -> None:
    page = changed(procedure, user=publisher, go_live_at=timezone.now() + timedelta(hours=1), change_note="予告")
    revision = page.get_latest_revision()
    revision.publish(user=publisher)
    call_command("publish_scheduled")
    assert FormVersion.objects.count() == 1
    revision.refresh_from_db()
    revision.approved_go_live_at = timezone.now() - timedelta(seconds=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    newest = FormVersion.objects.first()
    assert newest is not None
    assert (newest.number, newest.note, newest.published_by, newest.revision) == (2, "予告", publisher, revision)


def test_an_expired_page_takes_no_new_applications(procedure: ProcedurePage) -> None:
    ProcedurePage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    call_command("publish_scheduled")
    assert (may_start(procedure, timezone.now()), AcceptancePeriod.objects.get().is_live) == (False, False)


def test_a_version_keeps_the_revision_it_was_published_from(procedure: ProcedurePage) -> None:
    page = published(procedure)
    newest = FormVersion.objects.get(number=2)
    assert newest.revision == page.live_revision
    page.save_revision().publish()
    assert FormVersion.objects.get(number=2).revision == newest.revision
