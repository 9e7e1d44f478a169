"""A day that was sealed stays as it was, even for somebody who can compute every hash of a case anew."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from submissions.actions.record_roots import record_roots
from submissions.chain.facts import event_content
from submissions.chain.roots import faults_of_roots
from submissions.evidence import event_hash
from submissions.models import DailyRoot, Event
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    """Of a case that arrived two days ago."""
    with freeze_time(timezone.now() - timedelta(days=2)):
        return SubmissionFactory(arrived=True).events.get()


def test_each_day_that_is_over_is_sealed_once(event: Event) -> None:
    sealed = record_roots()
    assert [root.cases for root in sealed] in ([1, 0], [1])
    assert (record_roots(), list(faults_of_roots())) == ([], [])


def test_day_is_left_open_for_an_hour_after_midnight() -> None:
    with freeze_time("2026-11-20 10:00+09:00"):
        SubmissionFactory(arrived=True)
    with freeze_time("2026-11-21 00:59+09:00"):
        assert record_roots() == []
    with freeze_time("2026-11-21 01:00+09:00"):
        assert [str(root.day) for root in record_roots()] == ["2026-11-20"]


def test_event_that_was_written_anew_with_its_hash_is_found(event: Event) -> None:
    record_roots()
    event.comment = "あとから書きました"
    event.hash = event_hash(event.previous_hash, event_content(event))
    Event.objects.filter(pk=event.pk).update(comment=event.comment, hash=event.hash)
    assert len(list(faults_of_roots())) == 1
    with pytest.raises(CommandError):
        call_command("verify_chain")


def test_case_that_was_removed_is_found(event: Event) -> None:
    record_roots()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM submissions_event")
    assert len(list(faults_of_roots())) == 1


def test_roots_are_for_everybody_and_tell_nothing_of_a_case(client: Client, event: Event) -> None:
    record_roots()
    root = DailyRoot.objects.earliest("day")
    page = client.get(reverse("submissions:daily_roots")).content.decode()
    data = client.get(reverse("submissions:daily_roots_json")).json()["roots"][0]
    assert root.root in page
    assert data == {"day": root.day.isoformat(), "cases": 1, "root": root.root}
    assert event.submission.applicant_name not in page
