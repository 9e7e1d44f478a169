import pytest

from submissions.actions import choose_delivery
from submissions.enums import GrantRole, State
from submissions.models import Submission
from submissions.refusals import DeliveryRequired, NotAllowed, WrongState
from tests.factories.accounts import ProfileFactory
from tests.factories.submissions import StaffMember, SubmissionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", State.filed)
def test_paper_can_be_asked_for_until_the_decision(state: str) -> None:
    case = SubmissionFactory(state=state)
    if state in State.open:
        choose_delivery(case, user=case.applicant, delivery="paper")
    else:
        with pytest.raises(WrongState):
            choose_delivery(case, user=case.applicant, delivery="paper")
    kept = Submission.objects.get()
    assert (kept.delivery, kept.state) == ("paper" if state in State.open else "electronic", state)


def test_the_wish_is_recorded_once() -> None:
    case = SubmissionFactory()
    for _click in range(2):
        choose_delivery(case, user=case.applicant, delivery="paper")
    recorded = case.events.filter(name="delivery_chosen").values_list("data", flat=True)
    assert list(recorded) == [{"from": "electronic", "to": "paper"}]


def test_nobody_else_chooses_and_nothing_unknown_is_chosen() -> None:
    case = SubmissionFactory()
    for other in (ProfileFactory().members.get(), StaffMember(case.department, GrantRole.REVIEW)):
        with pytest.raises(NotAllowed):
            choose_delivery(case, user=other, delivery="paper")
    with pytest.raises(DeliveryRequired):
        choose_delivery(case, user=case.applicant, delivery="pigeon")
    assert Submission.objects.get().delivery == "electronic"
