from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from submissions.actions.set_case_grants import set_case_grants
from submissions.enums import GrantRole
from submissions.models import CaseGrant
from tests.factories.accounts import DepartmentFactory, StaffFactory
from tests.factories.submissions import FormVersionFactory

from .desk import desk

pytestmark = pytest.mark.django_db


def posted(*grants: dict[str, object], initial: int = 0) -> dict[str, object]:
    """Wagtail's group form with these rows in the panel of cases."""
    data: dict[str, object] = {"name": "審査係"}
    for prefix in ("page_permissions", "document_permissions", "image_permissions", "collection_permissions"):
        data |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    data |= {"case_grants-TOTAL_FORMS": len(grants), "case_grants-INITIAL_FORMS": initial}
    for number, grant in enumerate(grants):
        data |= {f"case_grants-{number}-{name}": value for name, value in grant.items()}
    return data


def save(group: Group, *grants: dict[str, object], initial: int = 0) -> Any:
    url = reverse("wagtailusers_groups:edit", args=[group.pk])
    return desk(StaffFactory(superuser=True)).post(url, posted(*grants, initial=initial))


def granted(group: Group) -> set[tuple[int | None, int | None, str]]:
    return set(CaseGrant.objects.filter(group=group).values_list("department_id", "procedure_id", "role"))


def test_group_form_gives_grants_for_departments_and_procedures() -> None:
    group, department, version = Group.objects.create(name="審査係"), DepartmentFactory(), FormVersionFactory()
    save(group, {"department": department.pk, "role": "review"}, {"procedure": version.page_id, "role": "view"})
    assert granted(group) == {(department.pk, None, "review"), (None, version.page_id, "view")}


def test_group_form_takes_grants_away() -> None:
    group, department = Group.objects.create(name="審査係"), DepartmentFactory()
    CaseGrant.objects.create(group=group, department=department, role=GrantRole.DECIDE)
    save(group, {"department": department.pk, "role": "decide", "DELETE": "on"}, initial=1)
    assert granted(group) == set()


@pytest.mark.parametrize("is_both", [True, False])
def test_a_grant_is_for_a_department_or_a_procedure(is_both: bool) -> None:
    group, version = Group.objects.create(name="審査係"), FormVersionFactory()
    row = {"department": version.department_id, "procedure": version.page_id} if is_both else {}
    response = save(group, {**row, "role": "review"})
    assert response.status_code == 200
    assert granted(group) == set()


def test_group_form_shows_the_grants_that_stand() -> None:
    group, department = Group.objects.create(name="審査係"), DepartmentFactory()
    CaseGrant.objects.create(group=group, department=department, role=GrantRole.REVIEW)
    html = desk(StaffFactory(superuser=True)).get(reverse("wagtailusers_groups:edit", args=[group.pk])).content.decode()
    assert f'<option value="{department.pk}" selected>' in html


def test_unchanged_grants_keep_their_rows() -> None:
    group, department = Group.objects.create(name="審査係"), DepartmentFactory()
    grant = CaseGrant.objects.create(group=group, department=department, role=GrantRole.REVIEW)
    set_case_grants(group, [(department.pk, None, "review"), (department.pk, None, "decide")], user=None)
    assert grant.pk in CaseGrant.objects.filter(group=group).values_list("pk", flat=True)
    assert len(granted(group)) == 2
