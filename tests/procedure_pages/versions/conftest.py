import pytest

from accounts.models import User
from accounts.roles import AUTHORS, PUBLISHERS
from procedure_pages.models import HomePage, ProcedurePage
from procedure_pages.staff import create_editorial_groups, create_moderation
from tests.factories.accounts import StaffFactory
from tests.factories.pages import HomePageFactory, ProcedurePageFactory


@pytest.fixture
def home() -> HomePage:
    made = HomePageFactory()
    create_editorial_groups(made)
    create_moderation(made)
    return made


@pytest.fixture
def procedure(home: HomePage) -> ProcedurePage:
    return ProcedurePageFactory()


@pytest.fixture
def author(home: HomePage) -> User:
    return StaffFactory(role=AUTHORS)


@pytest.fixture
def publisher(home: HomePage) -> User:
    return StaffFactory(role=PUBLISHERS)
