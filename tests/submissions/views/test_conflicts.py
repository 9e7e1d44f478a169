"""Two windows: both answers are shown, and each question keeps the one that was chosen."""

import pytest
from django.test import Client
from django.urls import reverse

from submissions.actions import save_draft
from submissions.models import DraftAnswers, Submission

pytestmark = pytest.mark.django_db


def shop(name: str, seats: str) -> list[dict[str, str]]:
    return [{"id": "r1", "shop_name": name, "seats": seats}]


@pytest.mark.parametrize(("chosen", "stays"), [("mine", "ここの理由"), ("theirs", "よその理由")])
def test_the_chosen_answer_of_a_question_stays(client: Client, draft: Submission, chosen: str, stays: str) -> None:
    place, seen = reverse("submissions:step", args=[draft.reference, 2]), draft.draft.version
    save_draft(draft, {"reason": "よその理由"}, user=draft.applicant)
    page = client.post(place, {"version": seen, "reason": "ここの理由", "action": "next"})
    html = page.content.decode()
    assert all(words in html for words in ("ここの理由", "よその理由", 'name="keep:reason"'))
    version = page.context["draft"].version
    client.post(place, {"version": version, "overwrite": "1", "reason": "ここの理由", "keep:reason": chosen})
    assert DraftAnswers.objects.get().answers["reason"] == stays


def test_each_cell_of_a_group_is_chosen_for_itself(client: Client, draft: Submission) -> None:
    place, seen = reverse("submissions:step", args=[draft.reference, 2]), draft.draft.version
    save_draft(draft, {"shops": shop("よその店", "30")}, user=draft.applicant)
    mine = {"shops.r1.shop_name": "ここの店", "shops.r1.seats": "40"}
    page = client.post(place, {"version": seen, **mine})
    version = page.context["draft"].version
    chosen = {"keep:shops.r1.shop_name": "theirs", "keep:shops.r1.seats": "mine"}
    client.post(place, {"version": version, "overwrite": "1", **mine, **chosen})
    assert DraftAnswers.objects.get().answers["shops"] == shop("よその店", "40")
