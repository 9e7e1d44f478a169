"""A session ends by itself in the middle of a step: nothing that was typed is lost, whatever the log-in asks."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertRedirects

from submissions.models import DraftAnswers
from tests.factories.accounts import PASSWORD
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db

TYPED = "長い時間をかけて書いた理由"


@pytest.mark.parametrize("has_app", [False, True])
def test_what_was_typed_outlives_the_idle_end_and_the_log_in(client: Client, has_app: bool) -> None:
    cache.clear()
    draft, secret = SubmissionFactory(draft=True), generate_totp_secret()
    user, step = draft.applicant, reverse("submissions:step", args=[draft.reference, 2])
    if has_app:
        TOTP.activate(user, secret)
    client.force_login(user)
    client.get(step)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    asked = client.post(step, {"reason": TYPED, "version": "2", "action": "next"})
    assertRedirects(asked, f"{reverse('account_login')}?next={step}")
    typed = {"login": user.username, "password": PASSWORD, "next": step}
    answer = client.post(reverse("account_login"), typed)
    if has_app:
        code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
        answer = client.post(reverse("mfa_authenticate"), {"code": code})
    assertRedirects(answer, step, fetch_redirect_response=False)
    client.get(step, follow=True)
    assert DraftAnswers.objects.get(submission=draft).answers["reason"] == TYPED
