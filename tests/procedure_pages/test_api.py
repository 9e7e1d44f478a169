from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from submissions.queries import current_form
from tests.factories.pages import ProcedurePageFactory
from tests.submissions.api.caller import Caller

pytestmark = pytest.mark.django_db


def test_a_procedure_is_described_without_a_token() -> None:
    page = ProcedurePageFactory(for_businesses=False, fee="無料")
    response = Caller().get("/procedures/")
    assert (response.status_code, response.json()["count"]) == (200, 1)
    assert response.json()["items"] == [
        {
            "id": page.pk,
            "slug": page.slug,
            "title": page.title,
            "summary": "手続の要約です。",
            "kind": "application",
            "category": "support",
            "department": {"code": page.department.code, "name": page.department.name},
            "applicant_kinds": ["individual"],
            "opens_at": None,
            "closes_at": None,
            "is_open": True,
            "quota": None,
            "places_left": None,
            "url": f"http://testserver/procedures/{page.slug}/",
        }
    ]


@pytest.mark.parametrize(
    ("query", "slugs"),
    [
        ({}, ["open", "closed"]),
        ({"q": "わくちん"}, ["closed"]),
        ({"q": "x\x00y"}, []),
        ({"open": "true"}, ["open"]),
        ({"applicant_kind": "business"}, ["open"]),
        ({"limit": "1", "offset": "1"}, ["closed"]),
    ],
)
def test_procedures_are_found_by_word_and_filter(query: dict[str, str], slugs: list[str]) -> None:
    ProcedurePageFactory(slug="open")
    yesterday = timezone.now() - timedelta(days=1)
    ProcedurePageFactory(slug="closed", title="ワクチン", closes_at=yesterday, for_businesses=False)
    assert [item["slug"] for item in Caller().get("/procedures/", **query).json()["items"]] == slugs


@pytest.mark.parametrize("query", [{"limit": "0"}, {"limit": "1000"}, {"offset": "-1"}, {"applicant_kind": "robot"}])
def test_a_strange_filter_is_refused(query: dict[str, str]) -> None:
    response = Caller().get("/procedures/", **query)
    assert (response.status_code, list(response.json()["errors"])) == (422, [f"query.{next(iter(query))}"])


def test_a_procedure_tells_the_version_of_its_form() -> None:
    page = ProcedurePageFactory(processing_days=30)
    body = Caller().get(f"/procedures/{page.pk}/").json()
    assert (body["form_version"], body["processing_days"], body["purpose"]) == (1, 30, "審査のために利用します。")


def test_a_form_is_json_schema_and_ui_schema() -> None:
    page = ProcedurePageFactory()
    body = Caller().get(f"/procedures/{page.pk}/form/").json()
    version = current_form(page)
    assert version is not None
    assert set(body) == {"version", "title", "json_schema", "ui_schema"}
    assert list(body["json_schema"]["properties"]) == [field.key for field in version.schema.fields]
    assert [field["alias"] for field in body["ui_schema"]["fields"].values()] == ["name", "email", "colour", "shops"]


@pytest.mark.parametrize("path", ["", "form/"])
@pytest.mark.parametrize("hidden", ["unpublished", "restricted", "missing"])
def test_what_visitors_cannot_read_does_not_exist(path: str, hidden: str) -> None:
    page = ProcedurePageFactory()
    if hidden == "unpublished":
        page.unpublish()
    if hidden == "restricted":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    number = page.pk + (10**20 if hidden == "missing" else 0)
    response = Caller().get(f"/procedures/{number}/{path}")
    assert (response.status_code, response.json()["code"]) == (404, "not_found")
    assert Caller().get("/procedures/").json()["count"] == (1 if hidden == "missing" else 0)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_costs_the_same_for_one_and_for_three(count: int, django_assert_num_queries: Any) -> None:
    for _number in range(count):
        ProcedurePageFactory()
    Caller().get("/procedures/")
    with django_assert_num_queries(3):
        assert len(Caller().get("/procedures/").json()["items"]) == count
