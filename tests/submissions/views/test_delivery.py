"""Where the form itself asks how the notice is to come, nothing asks again."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from submissions.actions import resubmit, save_draft
from submissions.models import Submission
from submissions.schema import FormSchema, Step
from submissions.schema.types import Field
from tests.factories.submissions import FormVersionFactory, SubmissionFactory

pytestmark = pytest.mark.django_db
REASON = Field(key="reason", kind="textarea", label="理由")


def case(client: Client, *, required: bool = True, **values: Any) -> Submission:
    question = Field(key="how", kind="delivery", label="受取方法", required=required)
    schema = FormSchema(steps=(Step(key="one", title="一", fields=(REASON, question)),))
    made: Submission = SubmissionFactory(form_version=FormVersionFactory(schema=schema), **values)
    client.force_login(made.applicant)
    return made


def confirm(draft: Submission) -> str:
    return reverse("submissions:confirm", args=[draft.reference])


def test_the_answer_becomes_the_delivery_and_is_not_asked_again(client: Client) -> None:
    draft = case(client, draft=True, answers={"reason": "理由", "how": "paper"})
    assert 'name="delivery"' not in client.get(confirm(draft)).content.decode()
    client.post(confirm(draft))
    filed = Submission.objects.get(pk=draft.pk)
    assert (filed.delivery, filed.delivery_chosen_at) == ("paper", filed.arrived_at)


def test_the_question_of_the_form_wins_over_what_is_posted(client: Client) -> None:
    draft = case(client, draft=True, answers={"reason": "理由", "how": "paper"})
    client.post(confirm(draft), {"delivery": "electronic"})
    assert Submission.objects.get(pk=draft.pk).delivery == "paper"


def test_a_question_left_open_is_asked_on_the_confirmation(client: Client) -> None:
    draft = case(client, required=False, draft=True, answers={"reason": "理由"})
    assert 'name="delivery"' in client.get(confirm(draft)).content.decode()
    assert "受取方法を選択してください" in client.post(confirm(draft)).content.decode()
    client.post(confirm(draft), {"delivery": "electronic"})
    assert Submission.objects.get(pk=draft.pk).delivery == "electronic"


def test_a_correction_may_change_the_delivery(client: Client) -> None:
    filed = case(client, in_correction=True, answers={"reason": "理由", "how": "paper"}, items={"how": "選び直し"})
    save_draft(filed, {"how": "electronic"}, user=filed.applicant)
    resubmit(filed, user=filed.applicant)
    assert Submission.objects.get(pk=filed.pk).delivery == "electronic"


def test_a_correction_of_something_else_leaves_what_the_office_noted(client: Client) -> None:
    filed = case(client, in_correction=True, answers={"reason": "理由", "how": "paper"}, items={"reason": "詳しく"})
    Submission.objects.filter(pk=filed.pk).update(delivery="electronic")
    save_draft(filed, {"reason": "詳しい理由"}, user=filed.applicant)
    resubmit(filed, user=filed.applicant)
    assert Submission.objects.get(pk=filed.pk).delivery == "electronic"
