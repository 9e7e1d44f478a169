import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.roles import AUTHORS, PUBLISHERS
from procedure_pages.models import HomePage, ProcedurePage
from procedure_pages.staff import create_department_groups, create_editorial_groups, create_moderation
from submissions.enums import GrantRole
from submissions.models import CaseGrant
from tests.factories.accounts import DepartmentFactory, StaffFactory
from tests.factories.pages import HomePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ProcedurePage:
    home = HomePageFactory()
    create_editorial_groups(home)
    create_moderation(home)
    return ProcedurePageFactory(live=False)


@pytest.fixture
def author(page: ProcedurePage) -> User:
    return StaffFactory(role=AUTHORS)


@pytest.fixture
def publisher(page: ProcedurePage) -> User:
    return StaffFactory(role=PUBLISHERS)


def test_an_author_edits_but_cannot_publish(page: ProcedurePage, author: User) -> None:
    permissions = page.permissions_for_user(author)
    assert (permissions.can_edit(), permissions.can_submit_for_moderation(), permissions.can_publish()) == (
        True,
        True,
        False,
    )


def test_a_publisher_publishes(page: ProcedurePage, publisher: User) -> None:
    assert page.permissions_for_user(publisher).can_publish() is True


def test_a_page_goes_from_its_author_through_a_publisher_to_the_public(
    client: Client, page: ProcedurePage, author: User, publisher: User
) -> None:
    page.get_workflow().start(page, author)
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    client.force_login(author)
    client.post(address)
    assert ProcedurePage.objects.get(pk=page.pk).live is False
    client.force_login(publisher)
    client.post(address)
    assert ProcedurePage.objects.get(pk=page.pk).live is True


def test_department_groups_open_the_cases_of_their_department() -> None:
    department = DepartmentFactory()
    create_department_groups(department)
    create_department_groups(department)
    assert set(CaseGrant.objects.values_list("department", "role")) == {
        (department.pk, GrantRole.REVIEW),
        (department.pk, GrantRole.DECIDE),
    }


def test_editorial_groups_may_be_created_twice() -> None:
    home = HomePageFactory()
    create_editorial_groups(home)
    create_editorial_groups(home)
    assert HomePage.objects.count() == 1
