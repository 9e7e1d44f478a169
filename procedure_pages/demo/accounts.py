"""The logins of the demo. All share one password; `load_demo` runs nowhere but in a demo."""

from datetime import date
from typing import Any, NamedTuple

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group

from accounts.actions import register_applicant
from accounts.enums import ProfileKind
from accounts.models import Department, User
from accounts.queries import current_terms
from accounts.roles import ADMINISTRATORS, AUTHORS, PUBLISHERS

from ..staff import approvers_of, reviewers_of

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

ADDRESS = {
    "postal_code": "540-8570",
    "address": {"prefecture": "大阪府", "city": "大阪市中央区", "street": "大手前2丁目", "building": ""},
}
APPLICANTS: dict[str, tuple[str, dict[str, Any]]] = {
    "taro": (
        ProfileKind.INDIVIDUAL,
        {
            "name": "窓口　太郎",
            "name_kana": "マドグチ　タロウ",
            "birth_date": date(1985, 4, 12),
            "phone": "090-0000-0001",
        },
    ),
    "shokudo": (
        ProfileKind.BUSINESS,
        {
            "name": "株式会社まどぐち食堂",
            "representative_name": "食堂　花子",
            "representative_kana": "ショクドウ　ハナコ",
            "department": "総務部",
            "contact_name": "配膳　次郎",
            "phone": "06-0000-2001",
        },
    ),
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
    """A resident and a business, registered as on the registration page, e-mail confirmed, terms agreed to."""
    return [_applicant(username, kind, values) for username, (kind, values) in APPLICANTS.items()]


def _applicant(username: str, kind: str, values: dict[str, Any]) -> User:
    if existing := User.objects.filter(username=username).first():
        return existing
    return register_applicant(
        kind,
        username=username,
        email=_email(username),
        password=PASSWORD,
        values={**ADDRESS, **values},
        terms=current_terms(),
        email_is_confirmed=True,
    )


def _staff(username: str, groups: list[str]) -> User:
    user = User.objects.filter(username=username).first() or _new_staff(username)
    user.groups.add(*Group.objects.filter(name__in=groups))
    return user


def _new_staff(username: str) -> User:
    last_name, first_name = STAFF_NAMES[username]
    user = User.objects.create_user(
        username,
        _email(username),
        PASSWORD,
        last_name=last_name,
        first_name=first_name,
        is_superuser=username == "admin",
    )
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def _email(username: str) -> str:
    return f"{username}@example.jp"
