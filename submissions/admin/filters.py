from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page

from ..enums import GrantRole, State
from ..models import FormVersion, Submission
from ..permissions import Grants, grants_of

STATES = [(state.value, state.label) for state in State if state in State.filed]


def procedures_in_sight(request: HttpRequest | None) -> QuerySet[Page]:
    """The procedures whose cases the user may see."""
    departments, procedures = ids_in_sight(grants_of(request.user) if request else Grants())
    offered = FormVersion.objects.filter(Q(department_id__in=departments) | Q(page_id__in=procedures))
    return Page.objects.filter(pk__in=offered.values("page_id")).only("pk", "title").order_by("title")


def colleagues_in_sight(request: HttpRequest | None) -> QuerySet[Any]:
    """The staff who work on the departments and procedures that the user may see."""
    departments, procedures = ids_in_sight(grants_of(request.user) if request else Grants())
    return colleagues(departments, procedures)


def colleagues(departments: set[int], procedures: set[int]) -> QuerySet[Any]:
    """Active staff who may review or decide cases of these departments or procedures, by name."""
    granted = Q(groups__case_grants__department_id__in=departments) | Q(
        groups__case_grants__procedure_id__in=procedures
    )
    working = Q(groups__case_grants__role__in=(GrantRole.REVIEW, GrantRole.DECIDE))
    users = get_user_model().objects.filter(granted & working, is_active=True)
    return users.distinct().order_by("last_name", "first_name", "username")


def ids_in_sight(grants: Grants) -> tuple[set[int], set[int]]:
    return set[int]().union(*grants.departments.values()), set[int]().union(*grants.procedures.values())


class CaseFilterSet(WagtailFilterSet):
    procedure = django_filters.ModelMultipleChoiceFilter(
        label=_("Procedure"), queryset=procedures_in_sight, widget=CheckboxSelectMultiple
    )
    state = django_filters.MultipleChoiceFilter(
        label=_("State of the case"), choices=STATES, widget=CheckboxSelectMultiple
    )
    assignee = django_filters.ModelMultipleChoiceFilter(
        label=_("Staff member in charge"), queryset=colleagues_in_sight, widget=CheckboxSelectMultiple
    )
    arrived_at = django_filters.DateFromToRangeFilter(label=_("Arrived"), widget=DateRangePickerWidget)

    class Meta:
        model = Submission
        fields: list[str] = []
