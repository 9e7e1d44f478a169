from typing import Any

from django.http import HttpRequest
from ninja import Router

from accounts.models import ProfileMember

from .errors import Error
from .schemas import Profile

router = Router()


@router.get("/", response={200: list[Profile], 401: Error}, summary="Whom you may apply for")
def list_profiles(request: HttpRequest) -> list[dict[str, object]]:
    """Your own profiles. Only a manager or a clerk of a profile may write for it."""
    user: Any = request.user
    memberships = ProfileMember.objects.filter(user=user).select_related("profile").order_by("pk")
    return [
        {
            "id": membership.profile_id,
            "kind": membership.profile.kind,
            "name": membership.profile.name,
            "role": membership.role,
        }
        for membership in memberships
    ]
