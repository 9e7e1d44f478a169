"""What is offered after a case that ended well, and that its answers come along."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procedure_pages.demo.language import Block, ask, step
from procedure_pages.models import FollowUpProcedure, ProcedurePage
from submissions.actions import copy_case
from submissions.enums import State
from submissions.models import Submission
from submissions.queries import current_form
from tests.factories.pages import ProcedurePageFactory
from tests.factories.submissions import SubmissionFactory

pytestmark = pytest.mark.django_db


def procedure(slug: str, *questions: Block, **values: Any) -> ProcedurePage:
    return ProcedurePageFactory(slug=slug, title=f"手続{slug}", steps=[step("内容", list(questions))], **values)


@pytest.fixture
def change() -> ProcedurePage:
    return procedure("change", ask("text", "shop", "変更後の店の名前"), ask("text", "why", "理由", required=False))


@pytest.fixture
def permit(change: ProcedurePage) -> ProcedurePage:
    page = procedure("permit", ask("text", "shop", "店の名前"), ask("text", "owner", "営む人"))
    page.follow_ups = [FollowUpProcedure(procedure=change), FollowUpProcedure(procedure=page)]
    page.save_revision().publish()
    return page


def case_of(page: ProcedurePage, state: str) -> Submission:
    version = current_form(page)
    assert version is not None
    shop, owner = version.schema.fields
    answers = {shop.key: "花屋", owner.key: "山田"}
    return SubmissionFactory(form_version=version, state=state, answers=answers)


def offered(client: Client, case: Submission) -> list[str]:
    client.force_login(case.applicant)
    response = client.get(reverse("submissions:case", args=[case.reference]))
    return [page.title for page in response.context["follow_ups"]]


@pytest.mark.parametrize("state", [State.ARRIVED, State.GRANTED, State.REFUSED, State.WITHDRAWN])
def test_procedures_follow_only_what_ended_well(client: Client, permit: ProcedurePage, state: str) -> None:
    expected = ["手続change", "手続permit"] if state == State.GRANTED else []
    assert offered(client, case_of(permit, state)) == expected


def test_what_takes_no_applications_is_not_offered(
    client: Client, permit: ProcedurePage, change: ProcedurePage
) -> None:
    change.unpublish()
    assert offered(client, case_of(permit, State.GRANTED)) == ["手続permit"]


def test_the_start_of_the_follow_up_takes_the_answers_over(
    client: Client, permit: ProcedurePage, change: ProcedurePage
) -> None:
    case, other = case_of(permit, State.GRANTED), case_of(permit, State.GRANTED)
    client.force_login(case.applicant)
    start = f"/procedures/change/start/?copy={case.reference}"
    response = client.get(start)
    assert [copy.pk for copy in response.context["copies"]] == [case.pk]
    client.post(start, {"profile": case.profile_id, "again": "1", "copy": case.reference})
    draft = Submission.objects.get(state=State.DRAFT)
    assert (draft.procedure_id, list(draft.draft.answers.values())) == (change.pk, ["花屋"])
    assert client.post(start, {"profile": case.profile_id, "again": "1", "copy": other.reference}).status_code == 404


def test_a_question_of_the_same_alias_in_other_words_is_marked(permit: ProcedurePage, change: ProcedurePage) -> None:
    case = case_of(permit, State.GRANTED)
    draft = copy_case(case, user=case.applicant, page=change)
    assert (list(draft.draft.doubts.values()), draft.draft.earlier) == (["reworded"], [])
