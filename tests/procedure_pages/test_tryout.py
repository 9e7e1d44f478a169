import re
from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.core import signing
from django.test import Client, RequestFactory
from django.urls import reverse

from accounts.models import User
from procedure_pages.demo.language import ask, choose, step
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
        places = self.trial.schema.index.values()
        self.keys = {place.field.alias: place.field.key for place in places}

    def post(self, **typed: Any) -> str:
        fields = {"trial": self.text, **self.here, **typed.pop("answers", {}), **typed}
        self.shown(self.client.post(reverse("procedure_tryout"), fields))
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
        return f"{self.keys['shops']}.{self.trial.answers[self.keys['shops']][0]['id']}"


def test_a_trial_goes_through_the_whole_form_and_stores_nothing(walk: Walk) -> None:
    before = rows()
    walk.post(action="next", answers={walk.keys["name"]: "府民 花子"})
    walk.post(rows="add:" + walk.keys["shops"])
    colour = next(iter(walk.trial.schema.field(walk.keys["colour"]).choices)).key
    shop, photo = f"{walk.row}.{walk.keys['shop_name']}", f"{walk.row}.{walk.keys['photo']}"
    content = walk.post(action="next", answers={walk.keys["colour"]: colour, shop: "みなと食堂", photo: "店.jpg"})
    assert all(words in content for words in ("府民 花子", "赤", "みなと食堂", "店.jpg"))
    assert "ためしの入力が終わりました" in walk.post(action="send")
    assert rows() == before


def rows() -> Counter[str]:
    models = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return Counter({model._meta.label: model._base_manager.count() for model in models})


def test_a_trial_judges_answers_like_an_application(walk: Walk) -> None:
    content = walk.post(action="next", answers={walk.keys["name"]: "", walk.keys["email"]: "x"})
    assert ("「氏名」を入力してください。" in content, walk.here) == (True, {"position": "1"})


def test_what_was_passed_over_is_named_before_the_end(walk: Walk) -> None:
    walk.post(action="anyway", answers={walk.keys["name"]: ""})
    walk.post(action="anyway")
    assert "「氏名」を入力してください。" in walk.post(action="send")


def test_rows_can_be_added_and_removed(walk: Walk) -> None:
    walk.post(go="2", answers={walk.keys["name"]: "府民"})
    walk.post(rows="add:" + walk.keys["shops"])
    walk.post(rows="add:" + walk.keys["shops"])
    assert len(walk.trial.answers[walk.keys["shops"]]) == 2
    walk.post(rows=f"remove:{walk.keys['shops']}:{walk.trial.answers[walk.keys['shops']][0]['id']}")
    assert len(walk.trial.answers[walk.keys["shops"]]) == 1


def test_a_chosen_file_can_be_taken_away(walk: Walk) -> None:
    walk.post(go="2")
    walk.post(rows="add:" + walk.keys["shops"])
    path = f"{walk.row}.{walk.keys['photo']}"
    walk.post(answers={path: "店.jpg"})
    walk.post(remove_file=f"{path}:{walk.trial.files[path][0]['id']}")
    assert (walk.trial.files[path], walk.trial.answers[walk.keys["shops"]][0][walk.keys["photo"]]) == ([], [])


@pytest.mark.parametrize(
    "text", ["", "forged", signing.dumps([0], salt="another")], ids=["none", "forged", "other salt"]
)
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


SHORT = [
    step("一", [choose("radio", "kind", "種類", [("a", "甲"), ("b", "乙")])]),
    step("二", [ask("text", "why", "乙の理由")]),
]


def rule(effect: str, target: str, **value: Any) -> dict[str, Any]:
    condition = {"question": "kind", "comparison": "is", "value": "乙", "over": ""}
    content = {"match": "all", "conditions": [condition], "targets": [target] if target else [], **value}
    return {"type": effect, "id": effect, "value": content}


@pytest.mark.parametrize(
    ("rules", "chosen", "words"),
    [
        ([rule("show", "二")], "甲", "個人情報の利用目的"),
        ([rule("show", "二")], "乙", "乙の理由"),
        ([rule("stop", "", title="対象外です", message="市に申請します。")], "乙", "市に申請します。"),
    ],
)
def test_a_trial_obeys_the_rules(client: Client, author: User, rules: Any, chosen: str, words: str) -> None:
    client.force_login(author)
    walk = Walk(client, ProcedurePageFactory(live=False, steps=SHORT, rules=rules), author)
    kind = next(iter(walk.trial.schema.fields))
    key = next(choice.key for choice in kind.choices if choice.label == chosen)
    assert words in walk.post(action="next", answers={kind.key: key})
