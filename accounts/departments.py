from typing import Any

from django.db.models import ProtectedError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Department


class DepartmentDeleteView(DeleteView):
    """A department with procedures or cases stays."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            messages.error(self.request, _("Procedures or cases belong to this department, so it must be kept."))
            return redirect(self.edit_url_name, self.object.pk)


class DepartmentViewSet(ModelViewSet):
    """The departments, for administrators: who is responsible and whom applicants ask."""

    model = Department
    icon = "group"
    menu_label = gettext_lazy("Departments")
    menu_order = 590
    add_to_settings_menu = True
    copy_view_enabled = False
    delete_view_class = DepartmentDeleteView
    form_fields = ["code", "name", "symbol", "phone", "email", "hours", "address"]
    list_display = ["name", "code", "symbol", "phone"]
    search_fields = ["name", "code", "symbol"]


department_viewset = DepartmentViewSet("departments")
