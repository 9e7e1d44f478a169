import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from procedure_pages.guards import kept_pages
from procedure_pages.models import CataloguePage, ProcedurePage
from tests.factories.accounts import StaffFactory
from tests.factories.pages import CataloguePageFactory, InformationPageFactory, ProcedurePageFactory, TermsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(StaffFactory(superuser=True))
    return client


def test_kept_pages_are_those_that_records_hang_on() -> None:
    draft, form, terms = ProcedurePageFactory(live=False), ProcedurePageFactory(), TermsPageFactory()
    pages = [draft, form, terms, InformationPageFactory()]
    assert list(kept_pages(pages).order_by("pk")) == [form.page_ptr, terms.page_ptr]


@pytest.mark.parametrize("delete_parent", [False, True])
def test_a_page_with_a_form_cannot_be_deleted(admin: Client, delete_parent: bool) -> None:
    page = ProcedurePageFactory()
    target = CataloguePage.objects.get() if delete_parent else page
    response = admin.post(reverse("wagtailadmin_pages:delete", args=[target.pk]), follow=True)
    assert ProcedurePage.objects.filter(pk=page.pk).exists()
    assert f"「{page.title}」は、申請または同意の記録があるため削除できません" in response.content.decode()


def test_a_page_with_a_form_cannot_be_deleted_in_bulk(admin: Client) -> None:
    pages = [ProcedurePageFactory(), ProcedurePageFactory(live=False)]
    query = "&".join(f"id={page.pk}" for page in pages)
    response = admin.post(f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'delete'])}?{query}")
    assert response.status_code == 302
    assert ProcedurePage.objects.count() == 2


def test_a_page_without_records_can_be_deleted(admin: Client) -> None:
    page = ProcedurePageFactory(live=False)
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()


def test_an_empty_catalogue_can_be_deleted(admin: Client) -> None:
    admin.post(reverse("wagtailadmin_pages:delete", args=[CataloguePageFactory().pk]))
    assert CataloguePage.objects.count() == 0
