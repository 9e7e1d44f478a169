"""Wagtail's actions on many users at once, which would otherwise take the number of any applicant."""

from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction

from .ids import id_of
from .models import User
from .queries import staff_users


class StaffOnly(UserBulkAction):
    @classmethod
    def get_queryset(cls, model: type[User], object_ids: list[str]) -> list[User]:
        return list(staff_users().filter(pk__in=[id_of(str(number)) for number in object_ids]))

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> "QuerySet[User, int]":
        return super().get_all_objects_in_listing_query(parent_id).filter(pk__in=staff_users())


class AssignRoleToStaff(StaffOnly, AssignRoleBulkAction):
    pass


class SetActiveStateOfStaff(StaffOnly, SetActiveStateBulkAction):
    pass


class DeleteStaff(StaffOnly, DeleteBulkAction):
    """Leaves those who are named in records that must be kept."""

    @classmethod
    def execute_action(cls, objects: list[User], **kwargs: Any) -> tuple[int, int]:
        return sum(_is_deleted(user) for user in objects), 0


def _is_deleted(user: User) -> bool:
    try:
        with transaction.atomic():
            user.delete()
    except ProtectedError:
        return False
    return True
