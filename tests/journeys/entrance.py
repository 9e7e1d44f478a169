"""Through the one door that everybody uses."""

from playwright.sync_api import Page

PASSWORD = "madoguchi-demo-2026"


def log_in(page: Page, username: str) -> None:
    page.goto("/accounts/login/")
    give_password(page, username)


def give_password(page: Page, username: str) -> None:
    """On the log-in page that is open, also one that something else has led to."""
    page.get_by_label("ログインIDまたはメールアドレス").fill(username)
    page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="ログイン", exact=True).click()
    page.wait_for_url(lambda url: "/accounts/login/" not in url)
