import json
from typing import Any

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from config.api import api
from tests.factories.pages import ProcedurePageFactory
from tests.submissions.api.caller import ROOT, Caller

PUBLIC = {"list_procedures", "get_procedure", "get_form"}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return json.loads(Client().get(f"{ROOT}/openapi.json").content)


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for path in document["paths"].values() for operation in path.values()]


def references(part: Any) -> set[str]:
    if isinstance(part, dict):
        found = {part["$ref"]} if isinstance(part.get("$ref"), str) else set()
        return found.union(*(references(value) for value in part.values()))
    return set().union(*(references(value) for value in part)) if isinstance(part, list) else set()


def test_the_document_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert (document["openapi"], document["info"]["title"]) == ("3.1.0", "Madoguchi API")
    assert document["components"]["securitySchemes"] == {"BearerTokenAuth": {"type": "http", "scheme": "bearer"}}


def test_every_schema_of_the_document_is_json_schema(document: dict[str, Any]) -> None:
    for schema in document["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    known = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert references(document["paths"]) <= known


def test_every_operation_is_named_described_and_tagged(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for operation in operations(document)]
    assert len(names) == len(set(names))
    tags = {tag["name"] for tag in document["tags"]}
    assert all(operation["summary"] and set(operation["tags"]) <= tags for operation in operations(document))


def test_everything_but_the_catalogue_asks_for_a_token(document: dict[str, Any]) -> None:
    public = {operation["operationId"] for operation in operations(document) if "security" not in operation}
    assert public == PUBLIC


def test_path_parameters_are_declared(document: dict[str, Any]) -> None:
    for path, methods in document["paths"].items():
        names = {part[1:-1] for part in path.split("/") if part.startswith("{")}
        for operation in methods.values():
            assert {given["name"] for given in operation["parameters"] if given["in"] == "path"} == names


def test_the_documentation_loads_nothing_from_elsewhere() -> None:
    page = Client().get(f"{ROOT}/docs")
    assert page.status_code == 200
    assert "//" not in page.content.decode().replace("<!--", "")
    assert "/static/ninja/swagger-ui-bundle.js" in page.content.decode()


@pytest.mark.django_db
def test_pages_are_read_through_wagtails_api() -> None:
    response = Client().get("/api/v3/pages/")
    assert (response.status_code, response.json()["count"]) == (200, len(response.json()["items"]))


@pytest.mark.django_db
def test_pages_are_not_written_without_a_token() -> None:
    assert Client().post("/api/v3/pages/", {}, content_type="application/json").status_code == 401


def test_the_interface_has_an_address_for_each_router() -> None:
    prefixes = {path.split("/")[3] for path in api.get_openapi_schema()["paths"]}
    assert prefixes == {"procedures", "profiles", "submissions", "notices"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        ("PUT", "/procedures/", 405, "method_not_allowed"),
        ("GET", "/nothing/", 404, "not_found"),
        ("GET", "/procedures/999/", 404, "not_found"),
        ("GET", "/profiles/", 401, "not_authenticated"),
    ],
)
def test_every_refusal_has_one_shape(method: str, address: str, status: int, code: str) -> None:
    answer = Caller().raw(method, address)
    assert (answer.status_code, answer.json()["code"], answer.json()["errors"]) == (status, code, {})
    assert Caller(language="ja").raw(method, address).json()["message"].endswith("。")


def test_a_refused_method_says_which_are_taken() -> None:
    assert Caller().raw("PUT", "/procedures/")["Allow"] == "GET"


@pytest.mark.django_db
def test_a_fault_of_ours_is_told_in_that_shape_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("procedure_pages.api.procedures", lambda *args: 1 / 0)
    caller = Caller()
    caller.client.raise_request_exception = False
    answer = caller.get("/procedures/1/")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_error")


@pytest.mark.django_db
def test_the_guidance_of_a_procedure_is_read_through_wagtails_api() -> None:
    page = ProcedurePageFactory(guidance=[("text", "<p>ご案内</p>")])
    body = Client().get(f"/api/v3/pages/{page.pk}/").json()
    assert (body["summary"], body["guidance"][0]["value"]) == ("手続の要約です。", "<p>ご案内</p>")


@pytest.mark.django_db
def test_a_procedure_that_is_not_published_is_not_read_there() -> None:
    page = ProcedurePageFactory(live=False)
    assert Client().get(f"/api/v3/pages/{page.pk}/").status_code == 404
