import pytest

from tests.factories.submissions import SubmissionFactory

from .caller import Caller

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wanted", "language"),
    [("", "ja"), ("ja", "ja"), ("en", "en"), ("en-GB,en;q=0.9,ja;q=0.1", "en"), ("fr, de", "ja"), ("\u00e9;q=x", "ja")],
)
def test_refusals_are_japanese_unless_asked_otherwise(wanted: str, language: str) -> None:
    response = Caller(language=wanted).get("/submissions/")
    message = response.json()["message"]
    assert (response.headers["Content-Language"], message.isascii()) == (language, language == "en")
    assert "Accept-Language" in response.headers["Vary"]


def test_states_and_history_speak_the_callers_language() -> None:
    case = SubmissionFactory(in_review=True)
    body = Caller(case.applicant, language="en").get(f"/submissions/{case.reference}/").json()
    assert (body["state_label"], body["events"][0]["label"]) == ("Under review", "Application arrived")


def test_what_belongs_to_somebody_is_not_cached() -> None:
    case = SubmissionFactory()
    response = Caller(case.applicant).get(f"/submissions/{case.reference}/")
    assert response.headers["Cache-Control"] == "no-store"
