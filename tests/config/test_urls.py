from typing import Any

import pytest
from django.test import Client, RequestFactory

from accounts.client import client_of

pytestmark = pytest.mark.django_db
UTF_7 = "application/x-www-form-urlencoded; charset=utf-7"


@pytest.mark.parametrize("path", ["/_util/login/", "/admin/login/"])
def test_every_login_is_the_one_that_counts_attempts(client: Client, path: str) -> None:
    response = client.post(f"{path}?next=/mypage/", {"username": "hanako", "password": "correct-horse-battery"})
    assert (response.status_code, response.headers["Location"]) == (302, "/accounts/login/?next=/mypage/")


def test_form_in_another_encoding_is_refused_with_a_page() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["csrftoken"] = "a" * 32
    response = strict.post("/accounts/login/", "login=hanako", content_type=UTF_7)
    assert response.status_code == 400
    assert "送信された内容を読み取れませんでした" in response.content.decode()


def test_address_of_the_caller_is_what_the_trusted_proxy_saw(rf: RequestFactory, settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    forwarded = {"x-forwarded-for": "203.0.113.9, 198.51.100.7"}
    request = rf.get("/", headers=forwarded, REMOTE_ADDR="10.0.0.1")
    assert client_of(request).splitlines()[0] == "198.51.100.7"
