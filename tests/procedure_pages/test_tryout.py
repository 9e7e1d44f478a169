import re
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.core import signing
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from procedure_pages.models import ProcedurePage
from procedure_pages.tryout import SALT, new_trial, step_page, trial_of
from tests.factories.accounts import StaffFactory
from tests.factories.pages import ProcedurePageFactory

pytestmark = pytest.mark.django_db
OURS = ("submissions", "wagtailcore", "procedure_pages")


@pytest.fixture
def author() -> User:
    return StaffFactory()


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(live=False)


@pytest.fixture
def walk(client: Client, page: ProcedurePage, author: User) -> "Walk":
    client.force_login(author)
    return Walk(client, page, author)


class Walk:
    """An author before the pages of a trial; `trial` is what the last of them carries."""

    def __init__(self, client: Client, page: ProcedurePage, author: User) -> None:
        self.client, self.author = client, author
        request = RequestFactory().get("/")
        request.user = author
        self.shown(step_page(request, new_trial(page), 1))
        self.name, self.mail, self.colour, self.shops = (field.key for field in self.trial.schema.fields)
        self.shop_name, self.photo = (column.key for column in list(self.trial.schema.fields)[3].fields)

    def post(self, **typed: Any) -> str:
        fields = typed.pop("answers", {})
        self.shown(self.client.post(reverse("procedure_tryout"), {"trial": self.text, **self.here, **typed, **fields}))
        return self.content

    def shown(self, response: Any) -> None:
        self.status, self.content = response.status_code, response.content.decode()
        found = re.search(r'name="trial" value="([^"]*)"', self.content)
        position = re.search(r'name="position" value="([^"]*)"', self.content)
        self.text = found[1] if found else ""
        self.here = {"position": position[1]} if position else {}

    @property
    def trial(self) -> Any:
        return trial_of(self.text, self.author)

    @property
    def row(self) -> str:
        return f"{self.shops}.{self.trial.answers[self.shops][0]['id']}"


def test_a_trial_goes_through_the_whole_form_and_stores_nothing(walk: Walk) -> None:
    before = rows()
    walk.post(action="next", answers={walk.name: "府民 花子"})
    colour = next(iter(walk.trial.schema.field(walk.colour).choices)).key
    shop, photo = f"{walk.row}.{walk.shop_name}", f"{walk.row}.{walk.photo}"
    content = walk.post(action="next", answers={walk.colour: colour, shop: "みなと食堂", photo: "店.jpg"})
    assert all(words in content for words in ("府民 花子", "赤", "みなと食堂", "店.jpg"))
    assert "ためしの入力が終わりました" in walk.post(action="send")
    assert rows() == before


def rows() -> Counter[str]:
    models = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return Counter({model._meta.label: model._base_manager.count() for model in models})


def test_a_trial_judges_answers_like_an_application(walk: Walk) -> None:
    content = walk.post(action="next", answers={walk.name: "", walk.mail: "x"})
    assert ("「氏名」を入力してください。" in content, walk.here) == (True, {"position": "1"})


def test_what_was_passed_over_is_named_before_the_end(walk: Walk) -> None:
    walk.post(action="anyway", answers={walk.name: ""})
    walk.post(action="anyway")
    assert "「氏名」を入力してください。" in walk.post(action="send")


def test_rows_can_be_added_and_removed(walk: Walk) -> None:
    walk.post(go="2", answers={walk.name: "府民"})
    walk.post(rows=f"add:{walk.shops}")
    assert len(walk.trial.answers[walk.shops]) == 2
    walk.post(rows=f"remove:{walk.shops}:{walk.trial.answers[walk.shops][0]['id']}")
    assert len(walk.trial.answers[walk.shops]) == 1


def test_a_chosen_file_can_be_taken_away(walk: Walk) -> None:
    walk.post(go="2")
    path = f"{walk.row}.{walk.photo}"
    walk.post(answers={path: "店.jpg"})
    walk.post(remove_file=f"{path}:{walk.trial.files[path][0]['id']}")
    assert (walk.trial.files[path], walk.trial.answers[walk.shops][0][walk.photo]) == ([], [])


@pytest.mark.parametrize("text", ["", "forged", signing.dumps([0], salt="another")])
def test_what_was_not_signed_ends_the_trial(walk: Walk, text: str) -> None:
    walk.post(trial=text)
    assert walk.status == 400


def test_a_trial_belongs_to_its_author(walk: Walk) -> None:
    walk.client.force_login(StaffFactory())
    walk.post()
    assert walk.status == 400


def test_a_trial_is_not_for_residents(client: Client) -> None:
    response = client.post(reverse("procedure_tryout"), {"trial": signing.dumps([], salt=SALT)})
    assert (response.status_code, "login" in response["Location"]) == (302, True)
