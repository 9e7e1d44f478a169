"""The logins of the demo. All share one password; `load_demo` runs nowhere but in a demo."""

from datetime import date
from typing import Any, NamedTuple

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from accounts.enums import ProfileKind
from accounts.models import ApplicantProfile, Department, ProfileMember, User

from ..staff import ADMINISTRATORS, AUTHORS, PUBLISHERS, approvers_of, reviewers_of

PASSWORD = "madoguchi-demo-2026"


class DemoLogin(NamedTuple):
    role_ja: str
    username: str
    password: str


DEMO_LOGINS = (
    DemoLogin("利用者（個人）", "taro", PASSWORD),
    DemoLogin("利用者（事業者）", "shokudo", PASSWORD),
    DemoLogin("記事作成者", "author", PASSWORD),
    DemoLogin("公開担当", "publisher", PASSWORD),
    DemoLogin("審査担当", "reviewer", PASSWORD),
    DemoLogin("決裁担当", "approver", PASSWORD),
    DemoLogin("管理者", "admin", PASSWORD),
)
STAFF_NAMES = {
    "author": ("広報", "あやめ"),
    "publisher": ("公開", "こずえ"),
    "reviewer": ("審査", "しんじ"),
    "approver": ("決裁", "けいこ"),
    "admin": ("管理", "かなえ"),
}
"""Family names that say what the person does: nobody is called so."""

ADDRESS = {"postal_code": "540-8570", "prefecture": "大阪府", "city": "大阪市中央区", "street": "大手前2丁目"}
PERSON = {
    "kind": ProfileKind.INDIVIDUAL,
    "name": "窓口　太郎",
    "name_kana": "マドグチ　タロウ",
    "birth_date": date(1985, 4, 12),
    "phone": "090-0000-0001",
    "email": "taro@example.jp",
}
BUSINESS = {
    "kind": ProfileKind.BUSINESS,
    "name": "株式会社まどぐち食堂",
    "name_kana": "カブシキガイシャマドグチショクドウ",
    "representative_name": "食堂　花子",
    "representative_kana": "ショクドウ　ハナコ",
    "department": "総務部",
    "contact_name": "配膳　次郎",
    "phone": "06-0000-2001",
    "email": "shokudo@example.jp",
}


def create_staff(departments: list[Department]) -> dict[str, User]:
    """The staff's logins. Reviewer and approver serve every department of the demo."""
    groups = {
        "author": [AUTHORS],
        "publisher": [PUBLISHERS],
        "reviewer": [reviewers_of(department) for department in departments],
        "approver": [approvers_of(department) for department in departments],
        "admin": [ADMINISTRATORS],
    }
    return {username: _staff(username, names) for username, names in groups.items()}


def create_applicants() -> list[User]:
    people = [("taro", ("窓口", "太郎"), PERSON), ("shokudo", ("配膳", "次郎"), BUSINESS)]
    return [_applicant(username, names, profile) for username, names, profile in people]


def _staff(username: str, groups: list[str]) -> User:
    user = _user(username, STAFF_NAMES[username], is_superuser=username == "admin")
    user.groups.add(*Group.objects.filter(name__in=groups))
    return user


def _applicant(username: str, names: tuple[str, str], profile: dict[str, Any]) -> User:
    user = _user(username, names)
    if not user.memberships.exists():
        created = ApplicantProfile.objects.create(**ADDRESS, **profile)
        ProfileMember.objects.create(profile=created, user=user)
    return user


def _user(username: str, names: tuple[str, str], **values: Any) -> User:
    if existing := User.objects.filter(username=username).first():
        return existing
    email = f"{username}@example.jp"
    user = User.objects.create_user(
        username, email, PASSWORD, last_name=names[0], first_name=names[1], **values
    )
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    return user
