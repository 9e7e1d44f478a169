"""With the postal data that is installed."""

from threading import Thread

import pytest
from django.test import Client
from django.urls import reverse

from submissions.models import DraftAnswers, Submission
from submissions.schema import Field, FormSchema, Step
from submissions.views.postal import addresses_of, town_choices
from tests.factories.submissions import FormVersionFactory, SubmissionFactory

YATOMI = {"prefecture": "愛知県", "city": "弥富市", "street": ""}
KISOSAKI = {"prefecture": "三重県", "city": "桑名郡木曽岬町", "street": ""}
HOME = Field(key="home", kind="address", label="住所")
SHOPS = Field(key="shops", kind="group", label="店舗", required=False, fields=(HOME,))
FORM = FormSchema(steps=(Step(key="one", title="一", fields=(HOME, SHOPS)),))


@pytest.fixture
def draft(db: None, client: Client) -> Submission:
    answers = {"home": {}, "shops": [{"id": "r1"}]}
    made: Submission = SubmissionFactory(draft=True, form_version=FormVersionFactory(schema=FORM), answers=answers)
    client.force_login(made.applicant)
    return made


def url(case: Submission) -> str:
    return reverse("submissions:step", args=[case.reference, 1])


def home(case: Submission) -> dict[str, str]:
    return {part: text for part, text in DraftAnswers.objects.get(submission=case).answers["home"].items() if text}


def typed(name: str, **parts: str) -> dict[str, str]:
    return {f"{name}-{part}": text for part, text in parts.items()}


def test_a_code_of_two_prefectures_gives_both() -> None:
    assert addresses_of("〒４９８－００００") == [YATOMI, KISOSAKI]


def test_a_town_that_is_listed_twice_is_given_once() -> None:
    assert [place["street"] for place in addresses_of("761-4155")] == ["中山"]


def test_an_address_is_found_from_any_thread() -> None:
    found: list[list[dict[str, str]]] = []
    threads = [Thread(target=lambda: found.append(addresses_of("530-0001"))) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [places[0]["street"] for places in found] == ["梅田", "梅田"]


@pytest.mark.parametrize(
    ("code", "labels"),
    [
        ("530-0001", []),
        ("4980000", ["愛知県弥富市", "三重県桑名郡木曽岬町"]),
        ("004-0000", ["札幌市厚別区", "札幌市清田区"]),
    ],
)
def test_towns_are_told_apart_by_what_differs(code: str, labels: list[str]) -> None:
    assert [label for _value, label in town_choices(code)] == labels


def test_every_town_of_the_widest_code_can_be_chosen() -> None:
    assert len({label for _value, label in town_choices("452-0961")}) == 66


def test_one_town_is_filled_in(client: Client, draft: Submission) -> None:
    client.post(url(draft), {**typed("home", postal_code="5300001"), "address": "home"})
    assert home(draft) == {"postal_code": "5300001", "prefecture": "大阪府", "city": "大阪市北区", "street": "梅田"}


def test_the_number_behind_the_town_stays(client: Client, draft: Submission) -> None:
    client.post(url(draft), {**typed("home", postal_code="5300001", street="梅田1-1"), "address": "home"})
    assert home(draft)["street"] == "梅田1-1"


def test_several_towns_are_offered_and_the_chosen_one_is_filled_in(client: Client, draft: Submission) -> None:
    boxes = typed("home", postal_code="498-0000", building="101")
    response = client.post(url(draft), {**boxes, "address": "home"}, follow=True)
    html = response.content.decode()
    assert (response.redirect_chain[0][0], 'value="home:4980000:1"' in html, home(draft)) == (
        f"{url(draft)}?towns=home#towns-home",
        True,
        {"postal_code": "498-0000", "building": "101"},
    )
    response = client.post(url(draft), {**boxes, "town": "home:4980000:1"}, follow=True)
    assert (response.redirect_chain[0][0], "木曽岬町" in response.content.decode()) == (f"{url(draft)}#q-home", True)
    assert home(draft) == {
        "postal_code": "498-0000",
        "building": "101",
        "prefecture": "三重県",
        "city": "桑名郡木曽岬町",
    }


def test_the_towns_of_a_row_belong_to_that_row(client: Client, draft: Submission) -> None:
    boxes = typed("shops.r1.home", postal_code="498-0000")
    html = client.post(url(draft), {**boxes, "address": "shops.r1.home"}, follow=True).content.decode()
    assert ('value="shops.r1.home:4980000:0"' in html, 'value="home:4980000:0"' in html) == (True, False)
    client.post(url(draft), {**boxes, "town": "shops.r1.home:4980000:0"})
    assert DraftAnswers.objects.get().answers["shops"][0]["home"]["city"] == "弥富市"


@pytest.mark.parametrize("order", ["", "home", "home:4980000:2", "home:4980000:x", "nothing:4980000:0", "home:x:0"])
def test_a_town_that_is_not_offered_changes_nothing(client: Client, draft: Submission, order: str) -> None:
    assert client.post(url(draft), {**typed("home", street="一丁目"), "town": order}).status_code == 302
    assert home(draft) == {"street": "一丁目"}


@pytest.mark.parametrize("path", ["", "nothing", "shops", "home", "shops.r1.home"])
def test_towns_that_cannot_be_offered_are_not(client: Client, draft: Submission, path: str) -> None:
    response = client.get(url(draft), {"towns": path})
    assert (response.status_code, "towns__list" in response.content.decode()) == (200, False)
