"""On a phone: an authenticator app, the log-in with it, a passkey, ending a session, the warning before the end."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import People
from .entrance import PASSWORD, log_in
from .looks import look_at

SECURITY = "/accounts/security/"


@pytest.fixture
def local(people: People, monkeypatch: pytest.MonkeyPatch) -> People:
    """By name: a passkey belongs to a host name, and an address of numbers is none."""
    monkeypatch.setattr(people.stack, "base_url", people.stack.base_url.replace("127.0.0.1", "localhost"))
    return people


def app_code(secret: str, *, steps_ago: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - steps_ago))


def log_out(page: Page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="ログアウト").click()
    page.wait_for_url("**/")


def give_authenticator(context: BrowserContext, page: Page) -> None:
    """As if the phone had a fingerprint sensor that always recognises its owner."""
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    confirmed = {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, **confirmed}})


def set_up_app(page: Page) -> str:
    page.goto(SECURITY)
    page.get_by_role("link", name="2段階認証を設定する").click()
    page.get_by_role("link", name="認証アプリを設定する").click()
    page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    page.get_by_role("button", name="続ける").click()
    secret = page.locator("code.token").inner_text()
    look_at(page, "app-set-up")
    page.get_by_label("アプリのコード").fill(app_code(secret, steps_ago=1))
    page.get_by_role("button", name="設定する").click()
    page.get_by_role("heading", name="予備コード", level=1).wait_for()
    look_at(page, "recovery-codes")
    return secret


def test_two_steps_a_passkey_and_the_end_of_a_session(local: People) -> None:
    page = local.open("phone")
    give_authenticator(page.context, page)
    log_in(page, "taro")
    secret = set_up_app(page)
    log_out(page)
    page.goto(f"/accounts/login/?next={SECURITY}")
    page.get_by_label("ログインIDまたはメールアドレス").fill("taro")
    page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="ログイン", exact=True).click()
    look_at(page, "second-step")
    page.get_by_label("コード").fill(app_code(secret))
    page.get_by_role("main").get_by_role("button", name="ログイン", exact=True).click()
    page.get_by_role("heading", name="ログインとセキュリティ", level=1).wait_for()
    look_at(page, "security")
    make_and_use_passkey(page)
    end_the_other(local, page)
    take_the_app_away(page)


def make_and_use_passkey(page: Page) -> None:
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    page.get_by_role("button", name="続ける").click()
    page.get_by_label("パスキーの名前").fill("自分のスマートフォン")
    look_at(page, "passkey-new")
    page.get_by_role("button", name="パスキーを登録する").click()
    page.get_by_text("パスキーを登録しました").wait_for()
    expect(page.get_by_text("自分のスマートフォン", exact=True)).to_be_visible()
    look_at(page, "two-steps")
    log_out(page)
    page.goto(f"/accounts/login/?next={SECURITY}")
    look_at(page, "log-in")
    page.get_by_role("button", name="パスキーでログイン").click()
    page.get_by_role("heading", name="ログインとセキュリティ", level=1).wait_for()


def end_the_other(people: People, page: Page) -> None:
    other = people.open("desktop")
    other.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]
    page.context.clear_cookies()
    log_in_by_passkey(page)
    page.goto("/accounts/security/sessions/")
    look_at(page, "sessions")
    page.get_by_role("button", name="をログアウトさせる").first.click()
    page.get_by_text("をログアウトしました。").wait_for()
    other.goto(SECURITY)
    expect(other.get_by_role("heading", name="ログイン", level=1, exact=True)).to_be_visible()


def log_in_by_passkey(page: Page) -> None:
    page.goto(f"/accounts/login/?next={SECURITY}")
    page.get_by_role("button", name="パスキーでログイン").click()
    page.get_by_role("heading", name="ログインとセキュリティ", level=1).wait_for()


def take_the_app_away(page: Page) -> None:
    """The demo's login is as it was, for the other journeys."""
    for path, button in (("totp/deactivate/", "認証アプリを解除する"), ("", "")):
        page.goto(f"/accounts/2fa/{path}")
        if page.get_by_role("heading", name="パスワードの再確認").count():
            page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
            page.get_by_role("button", name="続ける").click()
        if button:
            page.get_by_role("button", name=button).click()
    page.get_by_role("link", name="「自分のスマートフォン」を削除する").click()
    page.get_by_role("button", name="削除する").click()
    page.get_by_text("パスキーを削除しました").wait_for()


def test_warning_extends_the_session_without_leaving_the_page_and_other_tabs_agree(people: People) -> None:
    page = people.open("phone")
    log_in(page, "taro")
    page.goto("/accounts/profile/edit/")
    tab = people.open_tab(page.context)
    tab.goto(SECURITY)
    box = page.get_by_label("電話番号", exact=False).first
    box.fill("06-9999-0000")
    cookie = next(each for each in page.context.cookies() if each["name"] == "session_ends")
    near = str(int(time.time()) + 250)
    page.context.add_cookies([{"name": "session_ends", "value": near, "url": people.stack.base_url}])
    assert cookie["value"] != near
    for each in (page, tab):
        each.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(each.get_by_role("alertdialog", name="まもなくログアウトします")).to_be_visible()
    look_at(page, "session-warning")
    page.get_by_role("button", name="ログインを続ける").click()
    expect(page.get_by_role("alertdialog")).to_be_hidden()
    tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(tab.get_by_role("alertdialog")).to_be_hidden()
    expect(box).to_have_value("06-9999-0000")
