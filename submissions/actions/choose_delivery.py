from typing import Any

from django.db import transaction
from django.utils import timezone

from ..enums import Actor, Delivery, Happening, State
from ..models import Submission
from ..permissions import is_applicant
from ..refusals import DeliveryRequired, NotAllowed, WrongState
from .transition import lock, record


@transaction.atomic
def choose_delivery(submission: Submission, *, user: Any, delivery: str) -> Submission:
    """The applicant wants the notice in another way than was said when filing; possible until the decision.

    Recorded in the chain, since consent to electronic delivery is evidence (デジタル手続法 第7条).
    """
    if delivery not in Delivery.values:
        raise DeliveryRequired
    submission = lock(submission)
    if not is_applicant(user, submission, to_write=True):
        raise NotAllowed
    if submission.state not in State.open:
        raise WrongState
    if submission.delivery == delivery:
        return submission
    data = {"from": submission.delivery, "to": delivery}
    submission.delivery, submission.delivery_chosen_at = delivery, timezone.now()
    submission.save(update_fields=["delivery", "delivery_chosen_at"])
    name = Happening.DELIVERY_CHOSEN
    record(submission, name, user=user, role=Actor.APPLICANT, from_state=submission.state, data=data)
    return submission
