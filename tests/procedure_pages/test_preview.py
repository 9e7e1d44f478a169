import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from procedure_pages.models import ProcedurePage
from submissions.models import FormVersion, Submission
from tests.factories.accounts import StaffFactory
from tests.factories.pages import ProcedurePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(live=False, title="手続", granted_text="認めます。")


@pytest.fixture
def look(client: Client, page: ProcedurePage) -> object:
    client.force_login(StaffFactory(superuser=True))
    address = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    return lambda mode: client.get(address, {"mode": mode})


def test_every_step_and_every_notice_is_a_mode(page: ProcedurePage) -> None:
    names = [name for name, _label in page.preview_modes]
    assert names == [
        "",
        "try",
        "try-business",
        "step-1",
        "step-2",
        "confirm",
        "receipt",
        "notice-granted",
        "notice-refused",
    ]


def test_a_notification_has_one_notice() -> None:
    page = ProcedurePageFactory(live=False, notification=True)
    assert [name for name, _label in page.preview_modes][-1] == "notice-accepted"


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("", "手続の要約です。"),
        ("try", "氏名"),
        ("try-business", "氏名"),
        ("step-1", "氏名"),
        ("step-2", "店舗"),
        ("step-9", "手続の要約です。"),
        ("confirm", "見本の答え"),
        ("receipt", "0000-0000-0000"),
        ("notice-granted", "認めます。"),
        ("notice-refused", "（ここに、窓口が書く理由が入ります。）"),
        ("notice-accepted", "手続の要約です。"),
    ],
)
def test_a_mode_shows_its_page(look: object, mode: str, words: str) -> None:
    response: HttpResponse = look(mode)  # type: ignore[operator]
    assert (response.status_code, words in response.content.decode()) == (200, True)


def test_a_form_without_steps_has_nothing_to_try(client: Client) -> None:
    page = ProcedurePageFactory(live=False, steps=[])
    client.force_login(StaffFactory(superuser=True))
    response = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": "try"})
    assert "フォームにまだステップがありません" in response.content.decode()


def test_a_preview_stores_nothing(look: object) -> None:
    for mode in ("try", "step-2", "confirm", "receipt", "notice-refused"):
        look(mode)  # type: ignore[operator]
    assert (FormVersion.objects.count(), Submission.objects.count()) == (0, 0)
