from typing import Any

from django.http import HttpRequest
from ninja import Router

from accounts.acting import Acting, choices_of
from accounts.standing import standing_of

from .errors import Error
from .schemas import Profile

router = Router()


@router.get("/", response={200: list[Profile], 401: Error}, summary="Whom you may apply for")
def list_profiles(request: HttpRequest) -> list[dict[str, Any]]:
    """Your own profiles, then those that you are an agent of. A reader of a profile writes nothing for it."""
    return [_profile(choice) for choice in choices_of(standing_of(request.user))]


def _profile(choice: Acting) -> dict[str, Any]:
    agent = choice.appointment.agent if choice.appointment else None
    return {
        "id": choice.profile.pk,
        "kind": choice.profile.kind,
        "name": choice.profile.name,
        "role": choice.membership.role if choice.membership else "agent",
        "agent": agent.name if agent else "",
    }
