import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from accounts.roles import AUTHORS
from procedure_pages.models import ProcedurePage
from procedure_pages.staff import create_editorial_groups
from procedure_pages.transfer import load
from tests.factories.accounts import StaffFactory
from tests.factories.pages import HomePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> ProcedurePage:
    create_editorial_groups(HomePageFactory())
    return ProcedurePageFactory()


@pytest.fixture
def author(client: Client, page: ProcedurePage) -> Client:
    client.force_login(StaffFactory(role=AUTHORS))
    return client


def exported(client: Client, page: ProcedurePage, chosen: str) -> bytes:
    return client.post(reverse("procedure_admin:export", args=[page.pk]), {"format": chosen}).content


def send(client: Client, page: ProcedurePage, content: bytes, name: str = "a.yaml", **choices: str) -> object:
    address = reverse("procedure_admin:import", args=[page.get_parent().pk])
    return client.post(address, {"file": SimpleUploadedFile(name, content), "if_there": "refuse", **choices})


@pytest.mark.parametrize("chosen", ["yaml", "json"])
def test_an_author_copies_a_procedure_by_file(author: Client, page: ProcedurePage, chosen: str) -> None:
    content = exported(author, page, chosen)
    assert load(content, is_json=chosen == "json")["title"] == page.title
    send(author, page, content, f"a.{chosen}", if_there="copy")
    assert set(ProcedurePage.objects.values_list("slug", "live")) == {(page.slug, True), (f"{page.slug}-2", False)}


def test_the_page_names_what_is_wrong(author: Client, page: ProcedurePage) -> None:
    response = send(author, page, exported(author, page, "yaml").replace(b"summary:", b"resume:"))
    text = response.content.decode()  # type: ignore[attr-defined]
    assert ("<code>resume</code>" in text, "<code>summary</code>" in text) == (True, True)
    assert ProcedurePage.objects.count() == 1


@pytest.mark.parametrize("name", ["export", "import"])
def test_those_who_may_not_add_pages_are_turned_away(client: Client, page: ProcedurePage, name: str) -> None:
    client.force_login(StaffFactory())
    pk = page.pk if name == "export" else page.get_parent().pk
    assert client.get(reverse(f"procedure_admin:{name}", args=[pk])).status_code == 302


def test_the_menus_offer_both(author: Client, page: ProcedurePage) -> None:
    editor = author.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    explorer = author.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()
    assert reverse("procedure_admin:export", args=[page.pk]) in editor
    assert reverse("procedure_admin:import", args=[page.get_parent().pk]) in explorer
