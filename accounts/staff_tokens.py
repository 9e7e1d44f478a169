"""Wagtail's page of API tokens, for staff only: it would otherwise offer every applicant in one list of choices.

Wagtail has no setting for these views, so `accounts.apps.StaffUsersConfig` puts them on its viewset.
"""

from typing import Any

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleUserFilter
from wagtail.models import APIToken
from wagtail.users.utils import get_manageable_token_owners
from wagtail.users.views.api_tokens import APITokenFilterSet, CreateView, EditView, IndexView, RevokeView

from .models import User
from .queries import staff_users


def owners(request: HttpRequest) -> QuerySet[User]:
    return get_manageable_token_owners(request.user).filter(pk__in=staff_users())


class StaffTokenFilterSet(APITokenFilterSet):
    user = MultipleUserFilter(
        label=_("Member of staff"), field_name="user", queryset=owners, widget=CheckboxSelectMultiple
    )

    class Meta(APITokenFilterSet.Meta):
        pass


class StaffTokenIndexView(IndexView):
    filterset_class = StaffTokenFilterSet

    def get_queryset(self) -> QuerySet[APIToken]:
        return super().get_queryset().filter(user__in=staff_users())


class StaffTokenCreateView(CreateView):
    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "manageable_users": owners(self.request)}


class StaffTokenEditView(EditView):
    def get_queryset(self) -> QuerySet[APIToken]:
        return super().get_queryset().filter(user__in=staff_users())


class StaffTokenRevokeView(RevokeView):
    def get_queryset(self) -> QuerySet[APIToken]:
        return super().get_queryset().filter(user__in=staff_users())


VIEWS = {
    "index_view_class": StaffTokenIndexView,
    "add_view_class": StaffTokenCreateView,
    "edit_view_class": StaffTokenEditView,
    "delete_view_class": StaffTokenRevokeView,
}
