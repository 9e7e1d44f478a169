"""A business applies for the cooperation money with shops and photos; a reviewer drafts, an approver decides."""

import pytest

from .applying import begin, fill_every_step, open_own_case
from .conftest import People
from .desk import approve, open_case, propose, start_review
from .entrance import log_in
from .looks import look_at


@pytest.mark.parametrize(("screen", "desk"), [("desktop", "desktop"), ("phone", "phone")])
def test_money_for_a_shop_is_drafted_and_approved(people: People, screen: str, desk: str) -> None:
    business, reviewer, approver = people.open(screen), people.open(desk), people.open(desk)
    log_in(business, "shokudo")
    begin(business, "cooperation-money-11")
    fill_every_step(business, "money")
    business.get_by_text("オンラインで受け取る", exact=True).click()
    look_at(business, "money-confirm")
    business.get_by_role("button", name="この内容で送信する").click()
    number = business.locator(".big-number").inner_text()

    log_in(reviewer, "reviewer")
    open_case(reviewer, number)
    start_review(reviewer)
    propose(reviewer)

    log_in(approver, "approver")
    open_case(approver, number, view="all")
    approve(approver)
    open_own_case(business, number)
    business.get_by_role("link", name="営業時間短縮協力金支給決定通知書").first.wait_for()
    look_at(business, "money-granted")
