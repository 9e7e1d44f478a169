import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from accounts.actions import create_api_token
from accounts.models import Department, User
from accounts.queries import staff_users
from tests.factories.accounts import ProfileFactory, StaffFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(StaffFactory(username="administrator", superuser=True))
    return client


@pytest.fixture
def resident() -> User:
    user: User = UserFactory(username="secret-resident")
    ProfileFactory(user=user)
    return user


def test_staff_is_who_is_in_a_group_a_superuser_or_made_in_the_admin(resident: User) -> None:
    staff = [StaffFactory(), UserFactory(is_superuser=True), UserFactory(is_staff=True)]
    assert set(staff_users()) == set(staff)


@pytest.mark.parametrize("query", ["", "?q=secret-resident", "?is_active=true"])
def test_list_and_search_of_users_show_no_resident(admin: Client, resident: User, query: str) -> None:
    html = admin.get(reverse("wagtailusers_users:index") + query).content.decode()
    assert 'value="secret-resident"' in html or "secret-resident" not in html
    assert f"/admin/users/edit/{resident.pk}/" not in html
    users = admin.get(reverse("wagtailusers_users:index_results") + query).context["users"]
    assert [user for user in users if user == resident] == []


@pytest.mark.parametrize("name", ["edit", "delete", "history", "usage"])
def test_pages_about_a_resident_are_not_found(admin: Client, resident: User, name: str) -> None:
    assert admin.get(reverse(f"wagtailusers_users:{name}", args=[resident.pk])).status_code == 404


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_actions_on_many_users_leave_residents_alone(admin: Client, resident: User, action: str) -> None:
    colleague, group = StaffFactory(username="colleague"), Group.objects.create(name="審査")
    url = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    typed = {"role": group.pk, "mark_as_active": "False"}
    admin.post(f"{url}?id={resident.pk}&id={colleague.pk}&id=²&id={'9' * 5000}", typed)
    resident.refresh_from_db()
    assert (resident.is_active, resident.groups.count()) == (True, 0)


def test_user_made_in_the_admin_is_staff(admin: Client) -> None:
    typed = {
        "username": "Suzuki",
        "email": "suzuki@example.jp",
        "first_name": "一郎",
        "last_name": "鈴木",
        "password1": "kaki-no-tane-2026",
        "password2": "kaki-no-tane-2026",
    }
    admin.post(reverse("wagtailusers_users:add"), typed)
    made = User.objects.get(username="suzuki")
    assert (made.is_staff, made.check_password("kaki-no-tane-2026")) == (True, True)


def test_staff_named_in_records_is_kept(admin: Client) -> None:
    colleague = StaffFactory()
    ProfileFactory(user=colleague)
    answer = admin.post(reverse("wagtailusers_users:delete", args=[colleague.pk]), follow=True)
    assert "削除できません" in answer.content.decode()
    assert User.objects.filter(pk=colleague.pk).exists()


def test_tokens_of_residents_have_no_place_in_the_admin(admin: Client, resident: User) -> None:
    token, _text = create_api_token("住民の鍵", user=resident)
    assert "住民の鍵" not in admin.get(reverse("wagtailusers_api_tokens:index")).content.decode()
    assert "secret-resident" not in admin.get(reverse("wagtailusers_api_tokens:add")).content.decode()
    assert admin.get(reverse("wagtailusers_api_tokens:edit", args=[token.pk])).status_code == 404


def test_administrator_keeps_the_departments(admin: Client) -> None:
    typed = {"code": "shoko", "name": "商工課", "symbol": "商工", "phone": "06-0000-1111"}
    admin.post(reverse("departments:add"), typed)
    assert Department.objects.get().name == "商工課"
    html = admin.get(reverse("departments:index")).content.decode()
    assert "担当課" in html


def test_departments_are_for_those_with_permission(client: Client) -> None:
    client.force_login(StaffFactory())
    assert client.get(reverse("departments:index")).status_code == 302
