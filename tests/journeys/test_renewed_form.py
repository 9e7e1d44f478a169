"""The log-out comes in the third step, then a new form: the draft keeps what was typed, and moves when told to."""

from playwright.sync_api import expect

from .applying import begin, open_step, save
from .conftest import People
from .entrance import give_password, log_in
from .looks import look_at
from .renewed_form import SLUG

TYPED = "長い時間をかけて書いた理由"
RUN = "from tests.journeys import renewed_form; renewed_form.{}()"


def test_a_draft_outlives_its_session_and_its_form(people: People) -> None:
    people.expected = {401}
    people.stack.run(RUN.format("create"))
    page = people.open("phone")
    log_in(page, "taro")
    begin(page, SLUG)
    open_step(page, "理由")
    people.stack.end_every_session()
    page.get_by_label("申請の理由", exact=False).fill(TYPED)
    expect(page.locator("[data-save-state]")).to_contain_text("ログアウトされました")
    save(page)
    give_password(page, "taro")
    page.wait_for_url("**/confirm/")
    people.stack.run(RUN.format("renew"))
    page.goto(page.url.replace("confirm", "3"))
    expect(page.get_by_label("申請の理由", exact=False)).to_have_value(TYPED)
    page.goto(page.url.replace("/3/", "/newer-form/"))
    look_at(page, "renewed-form")
    page.get_by_role("button", name="新しい様式に移る").click()
    page.wait_for_url("**/3/")
    expect(page.get_by_label("申請の理由と経緯", exact=False)).to_have_value(TYPED)
    expect(page.get_by_label("希望日", exact=False)).to_have_value("")
