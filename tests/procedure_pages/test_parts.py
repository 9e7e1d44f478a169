import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from accounts.roles import AUTHORS, PUBLISHERS
from procedure_pages.block_ids import Block
from procedure_pages.checks import problems
from procedure_pages.compiler import compile_form
from procedure_pages.demo.language import ask, step, stream_data
from procedure_pages.models import ProcedurePage, QuestionSet
from procedure_pages.parts import procedures_using, renewed_parts
from procedure_pages.republishing import republish
from procedure_pages.staff import create_editorial_groups
from submissions.queries import current_form
from tests.factories.accounts import StaffFactory
from tests.factories.pages import HomePageFactory, ProcedurePageFactory, QuestionSetFactory, library

from .versions.publishing import begun, posted

pytestmark = pytest.mark.django_db


def using(part: QuestionSet, **values: Any) -> ProcedurePage:
    page: ProcedurePage = ProcedurePageFactory(
        steps=[step("申請者", [ask("text", "name", "氏名"), library(part)])], **values
    )
    return page


def change(part: QuestionSet, *questions: Any) -> None:
    part.questions = stream_data(list(questions), part.name)
    part.save_revision().publish()


def labels(page: ProcedurePage) -> list[str]:
    version = current_form(page)
    assert version is not None
    return [field.label for field in version.schema.fields]


ORIGINAL = (ask("text", "bank_name", "金融機関名"), ask("code", "bank_number", "口座番号"))
OTHER_WORDS = (ask("text", "bank_name", "銀行名"), ORIGINAL[1])


def test_a_part_stands_for_its_questions_under_its_own_keys() -> None:
    part = QuestionSetFactory()
    fields = list(compile_form(using(part)).schema.fields)
    assert [field.label for field in fields] == ["氏名", "金融機関名", "口座番号"]
    keys = [child.id for child in part.questions]  # type: ignore[attr-defined]  # a StreamField has no types
    assert [field.key for field in fields[1:]] == keys


def test_the_index_knows_who_uses_a_part() -> None:
    part, other = QuestionSetFactory(), QuestionSetFactory()
    page = using(part)
    assert (list(procedures_using(part)), list(procedures_using(other))) == ([page], [])


@pytest.mark.parametrize(
    "questions", [OTHER_WORDS, ORIGINAL[:1], (*ORIGINAL, ask("kana", "bank_holder", "名義")), ORIGINAL[::-1]]
)
def test_a_published_form_stays_until_it_is_published_again(questions: Any) -> None:
    part = QuestionSetFactory()
    page = using(part)
    assert renewed_parts([page]) == {page.pk: []}
    change(part, *questions)
    assert (labels(page)[1:], renewed_parts([page])) == (["金融機関名", "口座番号"], {page.pk: [part]})
    assert republish(page, user=StaffFactory(superuser=True)) == ""
    assert (labels(page)[1:], renewed_parts([page])) == (
        [question["value"]["label"] for question in questions],
        {page.pk: []},
    )


def test_only_the_part_that_changed_is_named() -> None:
    part, other = QuestionSetFactory(), QuestionSetFactory(questions=[ask("text", "agent", "代理人")])
    page = ProcedurePageFactory(steps=[step("一", [library(part), library(other)])])
    change(part, *OTHER_WORDS)
    assert renewed_parts([page]) == {page.pk: [part]}


def test_a_part_that_works_something_out_is_compared_as_it_is_frozen() -> None:
    price = ask("money", "price", "価格")

    def double(formula: str) -> Block:
        return {"type": "calculated", "name": "double", "value": {"label": "倍", "alias": "double", "formula": formula}}

    part = QuestionSetFactory(questions=[price, double("{価格} × 2")])
    page = using(part)
    assert renewed_parts([page]) == {page.pk: []}
    change(part, price, double("{価格} × 3"))
    assert renewed_parts([ProcedurePage.objects.get()]) == {page.pk: [part]}


def test_a_draft_of_a_part_concerns_nobody() -> None:
    part = QuestionSetFactory()
    page = using(part)
    part.questions = stream_data(list(OTHER_WORDS), part.name)
    part.save_revision()
    assert renewed_parts([page]) == {page.pk: []}


def test_what_is_wrong_with_parts_is_said() -> None:
    draft, part = QuestionSetFactory(live=False), QuestionSetFactory()
    page = ProcedurePageFactory(live=False, steps=[step("一", [library(draft), library(part), library(part)])])
    assert [str(problem.message) for problem in problems(page) if problem.is_error] == [
        f"部品「{part.name}」が様式に2回入っています。1つにしてください。",
        f"部品「{draft.name}」はまだ公開されていません。",
    ]
    QuestionSet.objects.all().delete()
    page = ProcedurePage.objects.get(pk=page.pk)
    assert [str(problem.message) for problem in problems(page) if problem.is_error] == [
        "様式に、なくなった部品が入っています。別の部品を選んでください。"
    ]


def test_a_draft_with_other_changes_is_not_published_along() -> None:
    part = QuestionSetFactory()
    page = using(part)
    change(part, *OTHER_WORDS)
    page.title = "書きかけ"
    page.save_revision()
    assert republish(ProcedurePage.objects.get(pk=page.pk), user=StaffFactory(superuser=True)) != ""
    assert labels(page)[1] == "金融機関名"


@pytest.fixture
def part() -> QuestionSet:
    create_editorial_groups(HomePageFactory())
    part: QuestionSet = QuestionSetFactory()
    using(part, title="手続一")
    change(part, *OTHER_WORDS)
    return part


def post(client: Client, part: QuestionSet, **more: Any) -> str:
    page = ProcedurePage.objects.get()
    return client.post(
        reverse("procedure_admin:usage", args=[part.pk]), {"page": page.pk, **more}, follow=True
    ).content.decode()


def test_a_publisher_publishes_the_chosen_ones_again(client: Client, part: QuestionSet) -> None:
    client.force_login(StaffFactory(role=PUBLISHERS))
    assert (
        f'value="{ProcedurePage.objects.get().pk}"'
        in client.get(reverse("procedure_admin:usage", args=[part.pk])).content.decode()
    )
    assert "1件の手続を改めて公開しました。" in post(client, part)
    assert labels(ProcedurePage.objects.get())[1] == "銀行名"


def test_what_people_have_begun_is_published_again_only_after_a_look(client: Client, part: QuestionSet) -> None:
    client.force_login(StaffFactory(role=PUBLISHERS))
    page = ProcedurePage.objects.get()
    begun(page)
    html = post(client, part)
    assert ("<td>1</td>" in html, "<ins>銀行名</ins>" in html, labels(page)[1]) == (True, True, "金融機関名")
    seen = re.findall(r'name="seen" value="([^"]+)"', html)
    change(part, ask("text", "bank_name", "金融機関"), ORIGINAL[1])
    assert "<ins>金融機関</ins>" in post(client, part, seen=seen)
    seen = re.findall(r'name="seen" value="([^"]+)"', post(client, part))
    assert "1件の手続を改めて公開しました。" in post(client, part, seen=seen)
    assert labels(page)[1] == "金融機関"


def edit_part(client: Client, part: QuestionSet, action: dict[str, str], **values: Any) -> Any:
    part.questions = stream_data([ask("text", "bank_name", "銀行")], part.name)
    data = {"name": part.name, "description": "", **posted("questions", part.questions), **action, **values}
    return client.post(reverse(QuestionSet.snippet_viewset.get_url_name("edit"), args=[part.pk]), data)


def test_every_way_to_publish_a_part_leads_to_whom_it_concerns(client: Client, part: QuestionSet) -> None:
    usage = reverse("procedure_admin:usage", args=[part.pk])
    client.force_login(StaffFactory(role=PUBLISHERS))
    assert edit_part(client, part, {"action-publish": "1"})["Location"] == usage
    tomorrow = f"{timezone.localtime() + timedelta(days=1):%Y-%m-%d %H:%M}"
    response = edit_part(client, part, {"action-publish": "1"}, go_live_at=tomorrow)
    assert response["Location"] == usage
    assert "改めて公開するまで古い部品のままです。" in client.get(usage).content.decode()


def test_an_approved_part_leads_to_whom_it_concerns(client: Client, part: QuestionSet) -> None:
    publisher = StaffFactory(role=PUBLISHERS)
    task = GroupApprovalTask.objects.create(name="確認")
    task.groups.set(publisher.groups.all())
    workflow = Workflow.objects.create(name="部品の確認")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    part.questions = stream_data([ask("text", "bank_name", "銀行")], part.name)
    part.save_revision()
    state = workflow.start(part, StaffFactory(role=AUTHORS)).current_task_state
    client.force_login(publisher)
    name = QuestionSet.snippet_viewset.get_url_name("workflow_action")
    response = client.post(reverse(name, args=[part.pk, "approve", state.pk]))
    assert response["Location"] == reverse("procedure_admin:usage", args=[part.pk])
    part.refresh_from_db()
    assert part.questions[0].value["label"] == "銀行"


def test_an_author_sees_them_but_cannot(client: Client, part: QuestionSet) -> None:
    client.force_login(StaffFactory(role=AUTHORS))
    assert 'type="checkbox"' not in client.get(reverse("procedure_admin:usage", args=[part.pk])).content.decode()
    post(client, part)
    assert labels(ProcedurePage.objects.get())[1] == "金融機関名"


def test_both_editors_tell(client: Client, part: QuestionSet) -> None:
    client.force_login(StaffFactory(role=PUBLISHERS))
    usage = reverse("procedure_admin:usage", args=[part.pk])
    page = ProcedurePage.objects.get()
    for address in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse(QuestionSet.snippet_viewset.get_url_name("edit"), args=[part.pk]),
    ):
        assert usage in client.get(address).content.decode()


def test_a_part_in_use_is_kept(client: Client, part: QuestionSet) -> None:
    client.force_login(StaffFactory(superuser=True))
    client.post(reverse(QuestionSet.snippet_viewset.get_url_name("delete"), args=[part.pk]))
    assert QuestionSet.objects.filter(pk=part.pk).exists()


def test_the_list_asks_as_much_for_many_as_for_one(client: Client, part: QuestionSet) -> None:
    client.force_login(StaffFactory(role=PUBLISHERS))
    address = reverse("procedure_admin:usage", args=[part.pk])
    counts = []
    for _more in range(2):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counts.append(len(queries))
        using(part), using(part)
    assert counts[0] == counts[1]
