"""A table with fixed rows, from the draft to the receipt."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator

from submissions.actions import resubmit, save_draft
from submissions.api.answers import UnusableAnswers, answers_by_key, path_by_key
from submissions.enums import GrantRole
from submissions.models import AnswerSet, Submission
from submissions.notices.answers import answer_parts
from submissions.schema import Choice, Field, FormSchema, Step
from submissions.schema.json_schema import json_schema, ui_schema
from submissions.schema.paths import walk
from submissions.schema.validation import check
from tests.factories.forms import evaluated
from tests.factories.submissions import FormVersionFactory, StaffMember, SubmissionFactory

COST = Field(key="c", kind="money", label="金額", alias="cost", reviewer_help="領収書と一致するか")
ROWS = (Choice(key="k1", label="食材費", alias="food"), Choice(key="k2", label="家賃", alias="rent"))
TABLE = Field(key="t", kind="table", label="費用", alias="costs", choices=ROWS, fields=(COST,))
SCHEMA = FormSchema(steps=(Step(key="s", title="一", fields=(TABLE,)),))
FILED = {"t": [{"id": "k1", "c": 100}, {"id": "k2", "c": 200}]}


@pytest.mark.parametrize(
    "raw",
    [
        [{"id": "k2", "c": "200"}, {"id": "k1", "c": "100"}],
        [{"id": "k1", "c": "100"}, {"id": "k2", "c": "200"}, {"id": "new", "c": "1"}],
        [{"id": "k1", "c": "100"}, {"id": "k2", "c": "200"}, {"id": "k2", "c": "9"}],
    ],
)
def test_the_rows_are_the_authors_whatever_is_sent(raw: Any) -> None:
    assert check(evaluated(SCHEMA, {"t": raw})) == (FILED, {})


def test_the_cells_of_a_table_can_be_added_up() -> None:
    total = Field(key="sum", kind="calculated", label="合計", options={"expression": ["sum", "t", ["get", "c"]]})
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(TABLE, total)),))
    assert check(evaluated(schema, FILED)) == ({**FILED, "sum": 300}, {})


def test_a_group_may_follow_the_rows_of_a_table() -> None:
    memo = Field(key="m", kind="text", label="備考", required=False)
    notes = Field(key="g", kind="group", label="説明", fields=(memo,), options={"follows": "t"})
    schema = FormSchema(steps=(Step(key="s", title="一", fields=(TABLE, notes)),))
    labels = [found.label for found in walk(evaluated(schema, FILED))]
    assert labels[2:] == ["説明 1：食材費: 備考", "説明 2：家賃: 備考"]


@pytest.mark.parametrize("raw", [None, "x", 7, [], [{"id": "zz"}], {"k1": 1}])
def test_every_row_is_asked_even_of_nonsense(raw: Any) -> None:
    assert list(check(evaluated(SCHEMA, {"t": raw}))[1]) == ["t.k1.c", "t.k2.c"]


def test_a_row_is_called_by_its_words() -> None:
    assert [found.label for found in walk(evaluated(SCHEMA, {}))] == ["費用：食材費: 金額", "費用：家賃: 金額"]


def test_programs_read_the_rows_and_may_call_them_by_name() -> None:
    validator = Draft202012Validator(json_schema(SCHEMA))
    assert validator.is_valid(FILED)
    assert not validator.is_valid({"t": [FILED["t"][0], {"id": "zz", "c": 1}]})
    assert [row["alias"] for row in ui_schema(SCHEMA)["fields"]["t"]["rows"]] == ["food", "rent"]
    sent = {"costs": [{"id": "rent", "cost": 200}, {"id": "food", "cost": 100}]}
    assert check(evaluated(SCHEMA, answers_by_key(SCHEMA, sent))) == (FILED, {})
    assert path_by_key(SCHEMA, "costs.rent.cost") == "t.k2.c"


def test_a_program_cannot_name_one_row_twice() -> None:
    with pytest.raises(UnusableAnswers):
        answers_by_key(SCHEMA, {"costs": [{"id": "rent", "cost": 1}, {"id": "k2", "cost": 2}]})


@pytest.mark.django_db
def test_no_button_adds_or_removes_a_row(client: Client) -> None:
    draft = SubmissionFactory(draft=True, form_version=FormVersionFactory(schema=SCHEMA), answers={})
    client.force_login(draft.applicant)
    url = reverse("submissions:step", args=[draft.reference, 1])
    html = client.get(url).content.decode()
    assert ("費用：食材費" in html, 'name="rows"' in html) == (True, False)
    client.post(url, {"t.k1.c": "1", "t.k2.c": "2", "rows": "remove:t:k1"})
    client.post(url, {"t.k1.c": "1", "t.k2.c": "2", "rows": "add:t"})
    assert [row["id"] for row in Submission.objects.get().draft.answers["t"]] == ["k1", "k2"]


@pytest.mark.django_db
def test_one_cell_can_be_corrected(client: Client) -> None:
    case = SubmissionFactory(
        in_correction=True, form_version=FormVersionFactory(schema=SCHEMA), answers=FILED, items={"t.k2.c": "再確認"}
    )
    save_draft(case, {"t": [{"id": "k1", "c": "999"}, {"id": "k2", "c": "250"}]}, user=case.applicant)
    resubmit(case, user=case.applicant)
    assert AnswerSet.objects.get(round=2).answers == {"t": [{"id": "k1", "c": 100}, {"id": "k2", "c": 250}]}


@pytest.mark.django_db
def test_the_receipt_has_a_block_for_each_row() -> None:
    SubmissionFactory(form_version=FormVersionFactory(schema=SCHEMA), answers=FILED)
    (part,) = answer_parts(AnswerSet.objects.get(), {})
    assert [(block["title"], block["items"][0]["value"]) for block in part["blocks"]] == [
        ("費用：食材費", "100円"),
        ("費用：家賃", "200円"),
    ]


@pytest.mark.django_db
def test_what_a_reviewer_should_look_at_stands_on_the_desk_only(client: Client) -> None:
    case = SubmissionFactory(in_review=True, form_version=FormVersionFactory(schema=SCHEMA), answers=FILED)
    client.force_login(StaffMember(case.department, GrantRole.REVIEW))
    desk = client.get(f"/admin/cases/{case.pk}/", follow=True).content.decode()
    client.force_login(case.applicant)
    pages = [client.get(reverse(f"submissions:{name}", args=[case.reference])).content.decode() for name in ("case",)]
    assert ("領収書と一致するか" in desk, [page for page in pages if "領収書" in page]) == (True, [])
    assert "領収書" not in str(ui_schema(SCHEMA))
