from typing import Any

from django.test import Client
from wagtail.models import APIToken

from accounts.models import User

ROOT = "/api/v1"


class Caller:
    """A program that speaks to the API over HTTP with a token of `user`, or without one."""

    def __init__(self, user: User | None = None, language: str = "en") -> None:
        self.client = Client(headers={"Accept-Language": language})
        if user is not None:
            self.client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {APIToken.create_token(user=user, name='test')[1]}"

    def get(self, address: str, /, **query: Any) -> Any:
        return self.client.get(f"{ROOT}{address}", query)

    def raw(self, method: str, address: str, body: str = "") -> Any:
        return self.client.generic(method, f"{ROOT}{address}", body, content_type="application/json")

    def post(self, address: str, /, **body: Any) -> Any:
        return self.client.post(f"{ROOT}{address}", body, content_type="application/json")

    def patch(self, address: str, /, **body: Any) -> Any:
        return self.client.patch(f"{ROOT}{address}", body, content_type="application/json")

    def delete(self, address: str) -> Any:
        return self.client.delete(f"{ROOT}{address}")

    def upload(self, address: str, /, **parts: Any) -> Any:
        return self.client.post(f"{ROOT}{address}", parts)
