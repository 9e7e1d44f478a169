"""Wagtail's user management for staff only. Half a million applicants have no place in its lists, searches and forms.

Staff is whoever `accounts.queries.staff_users` says: in a group, a superuser, or made here (`is_staff`).
"""

from typing import Any

from django.db.models import ProtectedError, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.generic import UsageView
from wagtail.users.forms import UserCreationForm
from wagtail.users.views.users import DeleteView, EditView, HistoryView, IndexView, UserViewSet

from .models import User
from .queries import staff_users


class StaffCreationForm(UserCreationForm):
    """Makes a member of staff; what it may do comes from the groups."""

    def save(self, commit: bool = True) -> User:
        self.instance.is_staff = True
        return super().save(commit)


class StaffIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[User]:
        return super().get_base_queryset().filter(pk__in=staff_users())


class StaffEditView(EditView):
    def get_queryset(self) -> QuerySet[User]:
        return staff_users()


class StaffDeleteView(DeleteView):
    """Whoever has touched a case stays on record: such an account is made inactive instead."""

    def get_queryset(self) -> QuerySet[User]:
        return staff_users()

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            sentence = _("This person is named in records that must be kept. Make the account inactive instead.")
            messages.error(self.request, sentence)
            return redirect(self.edit_url_name, self.object.pk)


class StaffHistoryView(HistoryView):
    def get_base_object_queryset(self) -> QuerySet[User]:
        return staff_users()


class StaffUsageView(UsageView):
    def get_base_object_queryset(self) -> QuerySet[User]:
        return staff_users()


class StaffUserViewSet(UserViewSet):
    menu_label = gettext_lazy("Staff")
    copy_view_enabled = False
    index_view_class = StaffIndexView
    edit_view_class = StaffEditView
    delete_view_class = StaffDeleteView
    history_view_class = StaffHistoryView
    usage_view_class = StaffUsageView

    def get_form_class(self, for_update: bool = False) -> type:
        return super().get_form_class(for_update) if for_update else StaffCreationForm
