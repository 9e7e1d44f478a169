"""Looking up banks and branches, with scripts and without."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from submissions.models import DraftAnswers, Submission
from submissions.schema import Field, FormSchema, Step
from tests.factories.submissions import FormVersionFactory, SubmissionFactory

ACCOUNT = Field(key="account", kind="bank", label="口座", sensitive=True)
OFFICERS = Field(key="officers", kind="group", label="役員", required=False, fields=(ACCOUNT,))
SCHEMA = FormSchema(steps=(Step(key="one", title="口座", fields=(ACCOUNT, OFFICERS)),))


@pytest.fixture
def draft(client: Client) -> Submission:
    made: Submission = SubmissionFactory(
        draft=True, form_version=FormVersionFactory(schema=SCHEMA), answers={"officers": [{"id": "r1"}]}
    )
    client.force_login(made.applicant)
    return made


def typed(draft: Submission) -> dict[str, Any]:
    return DraftAnswers.objects.get(submission=draft).answers


def found(client: Client, name: str, **query: str) -> list[str]:
    return [place["value"] for place in client.get(reverse(f"submissions:{name}"), query).json()["found"]]


def test_banks_are_suggested_by_name_and_code(client: Client) -> None:
    assert found(client, "banks", q="ﾐｽﾞﾎ銀行")[0] == "0001 みずほ"
    assert found(client, "banks", q="0001") == ["0001 みずほ"]
    assert found(client, "banks", q="") == []


def test_branches_are_those_of_the_bank_beside_them(client: Client) -> None:
    assert found(client, "branches", **{"with": "0001 みずほ", "q": "しぶや"})[0] == "210 渋谷"
    assert found(client, "branches", **{"with": "三井", "q": ""}) == []


def test_suggestions_are_never_too_many(client: Client) -> None:
    answer = client.get(reverse("submissions:branches"), {"with": "0001", "q": ""}).json()
    assert (len(answer["found"]), answer["count"] > 400) == (50, True)


def test_what_is_understood_is_told_by_post_only(client: Client) -> None:
    sent = {"bank": "ゆうちょ", "branch": "10180", "number": "12345671", "holder": "やまだ"}
    url = reverse("submissions:account")
    assert client.post(url, sent).json() == {"lines": ["ゆうちょ（9900）", "〇一八（018）", "普通 1234567", "ﾔﾏﾀﾞ"]}
    assert client.post(url, {"kind": "ordinary"}).json() == {"lines": []}
    assert client.get(url, sent).status_code == 405


@pytest.mark.django_db
def test_without_javascript_a_button_lists_what_a_name_could_mean(client: Client, draft: Submission) -> None:
    url = reverse("submissions:step", args=[draft.reference, 1])
    answer = client.post(url, {"account-bank": "三井", "bank": "account"})
    assert answer["Location"] == f"{url}#q-account"
    assert 'value="account:bank:0294 三井住友信託"' in client.get(url).content.decode()


@pytest.mark.django_db
def test_a_bank_that_was_listed_is_taken_with_one_press(client: Client, draft: Submission) -> None:
    url = reverse("submissions:step", args=[draft.reference, 1])
    client.post(url, {"account-bank": "三井", "account-branch": "本店", "bank": "account:bank:0009 三井住友"})
    assert (typed(draft)["account"]["bank"], typed(draft)["account"]["branch"]) == ("0009 三井住友", "")
    assert "三井住友（0009）" in client.get(url).content.decode()


@pytest.mark.django_db
def test_the_button_of_a_row_fills_its_row(client: Client, draft: Submission) -> None:
    url = reverse("submissions:step", args=[draft.reference, 1])
    path = "officers.r1.account"
    client.post(url, {f"{path}-bank": "0001", f"{path}-branch": "", "bank": f"{path}:branch:210 渋谷"})
    assert typed(draft)["officers"][0]["account"]["branch"] == "210 渋谷"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "order", ["", "x", "account:number:1", "officers:bank:1", "officers.zz.account:bank:1", ":" * 9]
)
def test_an_order_without_a_place_changes_nothing_else(client: Client, draft: Submission, order: str) -> None:
    url = reverse("submissions:step", args=[draft.reference, 1])
    assert client.post(url, {"account-bank": "三井", "bank": order}).status_code == 302
    assert typed(draft)["account"]["bank"] == "三井"
