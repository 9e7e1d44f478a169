import pytest
from tests.factories.accounts import ConsentFactory, ProfileFactory, StaffFactory, TermsVersionFactory, UserFactory

from accounts.queries import terms_to_agree

pytestmark = pytest.mark.django_db


def test_factories_make_everyone() -> None:
    business = ProfileFactory(business=True)
    mine = ProfileFactory(user=UserFactory(username="mine"))
    staff = StaffFactory(role="x")
    terms = TermsVersionFactory()
    assert business.members.count() == 1
    assert [u.username for u in mine.members.all()] == ["mine"]
    assert staff.has_perm("wagtailadmin.access_admin")
    assert terms_to_agree(staff) == terms
    ConsentFactory(user=staff, terms=terms)
    assert terms_to_agree(staff) is None
