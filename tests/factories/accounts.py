"""People: residents, businesses, staff, and what they agreed to."""

import hashlib
from datetime import date, timedelta
from typing import Any

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Page

from accounts.agent_actions import accept_appointment, appoint_agent
from accounts.enums import AgentPower, MemberRole, ProfileKind, Sex
from accounts.models import ApplicantProfile, Appointment, Consent, Department, ProfileMember, TermsVersion, User

PASSWORD = "tests-only-password"


class DepartmentFactory(DjangoModelFactory[Department]):
    class Meta:
        model = Department

    code = factory.Sequence(lambda number: f"dept-{number}")
    name = factory.Sequence(lambda number: f"商工課{number}")
    symbol = "商工"
    phone = "06-0000-1234"
    email = factory.LazyAttribute(lambda department: f"{department.code}@example.jp")
    hours = "平日 9:00から17:30まで"
    address = "マドグチ市中央区1-1"


class UserFactory(DjangoModelFactory[User]):
    """An applicant's login: active, e-mail confirmed, password `PASSWORD`, no profile yet (see `ProfileFactory`)."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        unconfirmed = factory.Trait(email_is_confirmed=False)
        inactive = factory.Trait(is_active=False)

    username = factory.Sequence(lambda number: f"resident{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.jp")
    password = factory.django.Password(PASSWORD)

    email_is_confirmed = True

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **values: Any) -> User:
        is_confirmed = values.pop("email_is_confirmed")
        user = super()._create(model_class, *args, **values)
        if user.email:
            EmailAddress.objects.create(user=user, email=user.email, verified=is_confirmed, primary=True)
        return user


class StaffFactory(UserFactory):
    """A member of staff: enters the Wagtail admin through a group; `role` names one more (see `accounts.roles`)."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    class Params:
        superuser = factory.Trait(is_superuser=True)

    username = factory.Sequence(lambda number: f"staff{number}")
    last_name = "鈴木"
    first_name = factory.Sequence(lambda number: f"職員{number}")

    @factory.post_generation
    def role(self, create: bool, extracted: str | None, **values: Any) -> None:
        self.groups.add(staff_group())
        if extracted:
            self.groups.add(Group.objects.get_or_create(name=extracted)[0])


def staff_group() -> Group:
    """A group that opens the Wagtail admin and nothing else."""
    group, _is_new = Group.objects.get_or_create(name="staff-for-tests")
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    return group


class ProfileFactory(DjangoModelFactory[ApplicantProfile]):
    """An applicant with one login as its manager. `individual` (as without) or `business`; `user=` or `user=None`."""

    class Meta:
        model = ApplicantProfile
        skip_postgeneration_save = True

    class Params:
        individual = factory.Trait(kind=ProfileKind.INDIVIDUAL)
        business = factory.Trait(
            kind=ProfileKind.BUSINESS,
            name=factory.Sequence(lambda number: f"株式会社みなと食堂{number}"),
            name_kana="",
            sex="",
            birth_date=None,
            representative_name="湊　一郎",
            representative_kana="ミナト　イチロウ",
            department="総務課",
            contact_name="湊　二郎",
            contact_birth_date=date(1985, 5, 6),
        )

    kind = ProfileKind.INDIVIDUAL
    name = "山田　太郎"
    name_kana = "ヤマダ　タロウ"
    sex = Sex.UNSAID
    birth_date = date(1980, 4, 1)
    postal_code = "540-8570"
    prefecture = "マドグチ県"
    city = "マドグチ市中央区"
    street = "大手前2-1-22"
    building = ""
    phone = "06-1234-5678"
    email = factory.Sequence(lambda number: f"applicant{number}@example.jp")

    @factory.post_generation
    def user(self, create: bool, extracted: User | None, **values: Any) -> None:
        member = extracted or UserFactory(email=self.email, **values)
        ProfileMember.objects.create(profile=self, user=member, role=values.get("member_role", MemberRole.MANAGER))


class ProfileMemberFactory(DjangoModelFactory[ProfileMember]):
    class Meta:
        model = ProfileMember

    profile = factory.SubFactory(ProfileFactory)
    user = factory.SubFactory(UserFactory)
    role = MemberRole.MANAGER


class TermsVersionFactory(DjangoModelFactory[TermsVersion]):
    """Terms in force since yesterday, newer than those made before; `upcoming` takes effect tomorrow."""

    class Meta:
        model = TermsVersion

    class Params:
        upcoming = factory.Trait(effective_from=factory.LazyFunction(lambda: timezone.now() + timedelta(days=1)))

    page = factory.LazyFunction(lambda: Page.objects.get(depth=1))
    number = factory.Sequence(lambda number: number + 1)
    title = "利用規約"
    language = "ja"
    body = factory.Sequence(lambda number: f"<h2>第1条</h2><p>利用者が知るべきことを定めます（{number}）。</p>")
    sha256 = factory.LazyAttribute(lambda terms: hashlib.sha256(terms.body.encode()).hexdigest())
    effective_from = factory.LazyFunction(lambda: timezone.now() - timedelta(days=1))


class ConsentFactory(DjangoModelFactory[Consent]):
    class Meta:
        model = Consent

    user = factory.SubFactory(UserFactory)
    profile = None
    terms = factory.SubFactory(TermsVersionFactory)
    client_sha256 = "0" * 64


def Agency(principal: ApplicantProfile, agent: ApplicantProfile, **changes: Any) -> Appointment:  # noqa: N802
    """`agent` may act for `principal` today, for every procedure and in every way, unless `changes` says otherwise."""
    values: dict[str, Any] = {
        "powers": list(AgentPower),
        "starts_on": timezone.localdate(),
        "ends_on": timezone.localdate() + timedelta(days=30),
        **changes,
    }
    number = values.pop("registration_number", "")
    principal_user, agent_user = principal.members.order_by("pk").first(), agent.members.order_by("pk").first()
    assert principal_user is not None and agent_user is not None
    _offer, token = appoint_agent(principal, user=principal_user, email=agent.email, **values)
    return accept_appointment(token, user=agent_user, agent=agent, registration_number=number)
