"""An address or a telephone number that is the same as another one is taken over by a button."""

import pytest
from django.test import Client
from django.urls import reverse

from submissions.actions import start_draft
from submissions.models import DraftAnswers, Submission
from submissions.schema import Field, FormSchema, Step
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import FormVersionFactory

pytestmark = pytest.mark.django_db
HOME = Field(key="home", kind="address", label="住所", prefill="address")
SHOP = Field(key="shop", kind="address", label="店の所在地", required=False)
PHONE = Field(key="phone", kind="tel", label="店の電話", required=False)
SECRET = Field(key="secret", kind="tel", label="非公開の電話", required=False, sensitive=True)
PEOPLE = Field(
    key="people", kind="group", label="役員", required=False, fields=(Field(key="at", kind="tel", label="電話"),)
)
SCHEMA = FormSchema(steps=(Step(key="s", title="内容", fields=(HOME, SHOP, PHONE, SECRET, PEOPLE)),))
ROWS = [{"id": "r1", "at": "06-1111-1111"}, {"id": "r2", "at": ""}]


@pytest.fixture
def draft(client: Client) -> Submission:
    profile = ProfileFactory(prefecture="大阪府", city="大阪市", street="梅田1-1", phone="06-9999-9999")
    user = profile.members.get()
    client.force_login(user)
    return start_draft(FormVersionFactory(schema=SCHEMA).page, user=user, profile=profile)


def press(client: Client, draft: Submission, order: str, **typed: str) -> dict[str, object]:
    rows = {f"people.{row['id']}.{part}": row[part] for row in ROWS for part in ("id", "at")}
    DraftAnswers.objects.update(answers={**DraftAnswers.objects.get().answers, "people": ROWS})
    client.post(reverse("submissions:step", args=[draft.reference, 1]), {"same": order, **rows, **typed})
    return DraftAnswers.objects.get().answers


def test_an_answer_above_is_taken_over(client: Client, draft: Submission) -> None:
    answers = press(client, draft, "shop:home", **{"home-street": "難波2-2", "shop-street": ""})
    assert answers["shop"] == answers["home"]
    assert answers["shop"]["street"] == "難波2-2"  # type: ignore[index]


def test_the_applicants_number_is_taken_over(client: Client, draft: Submission) -> None:
    assert press(client, draft, "phone:applicant", phone="")["phone"] == "06-9999-9999"


def test_a_row_takes_over_from_the_row_above(client: Client, draft: Submission) -> None:
    rows = press(client, draft, "people.r2.at:people.r1.at")["people"]
    assert [row["at"] for row in rows] == ["06-1111-1111"] * 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", ["phone:home", "home", "nothing:applicant", "phone:phone", ""])
def test_an_order_without_sense_changes_nothing(client: Client, draft: Submission, order: str) -> None:
    assert press(client, draft, order, phone="06-0000-0000")["phone"] == "06-0000-0000"


def test_the_button_stands_where_it_can_help(client: Client, draft: Submission) -> None:
    DraftAnswers.objects.update(answers={"people": ROWS})
    html = client.get(reverse("submissions:step", args=[draft.reference, 1])).content.decode()
    offered = [order for order in ("home:applicant", "shop:home", "phone:applicant") if f'value="{order}"' in html]
    assert offered == ["shop:home", "phone:applicant"]
    assert 'value="people.r2.at:people.r1.at"' in html
    assert 'value="secret:' not in html
