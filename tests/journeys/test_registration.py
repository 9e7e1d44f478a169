"""From nothing to one's own page."""

import re
from email import message_from_string
from email.policy import default

import pytest

from .conftest import People
from .looks import look_at


def code_mailed_to(people: People, address: str) -> str:
    for file in sorted((people.stack.var_dir / "mail").glob("*.log"), reverse=True):
        message = message_from_string(file.read_text(encoding="utf-8"), policy=default)
        found = re.search(r"^\d{4}-\d{4}$", str(message.get_body(("plain",)).get_content()), re.MULTILINE)  # type: ignore[union-attr]
        if found and address in str(message["To"]):
            return found[0]
    raise AssertionError(f"No code was mailed to {address}")


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_a_resident_registers_and_confirms_the_address(people: People, screen: str) -> None:
    address, page = f"hanako-{screen}@example.jp", people.open(screen)
    page.goto("/accounts/signup/")
    look_at(page, "signup")
    page.goto("/accounts/signup/individual/")
    page.get_by_role("button", name="登録").last.click()
    look_at(page, "registration-errors")
    for name, typed in {
        "name": "髙橋　花子",
        "name_kana": "たかはし はなこ",
        "birth_date-year": "昭和55",
        "birth_date-month": "４",
        "birth_date-day": "1",
        "phone": "０９０−１２３４−５６７８",
        "email": address,
        "username": f"hanako-{screen}",
        "password1": "nagai-aikotoba-2026",
    }.items():
        page.locator(f"main [name='{name}']").first.fill(typed)
    page.locator("main [name=agreed]").check()
    page.get_by_role("button", name="登録").last.click()
    page.locator("main [name=code]").wait_for()
    look_at(page, "confirm-address")
    page.locator("main [name=code]").fill(code_mailed_to(people, address))
    page.locator("main form button[type=submit]").first.click()
    page.get_by_role("heading", name="マイページ").wait_for()
    look_at(page, "mypage-new")
