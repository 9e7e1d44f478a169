"""What a municipality sets in the Wagtail admin, and where it shows."""

import io
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from wagtail.images.models import Image
from wagtail.models import Page, Site

from accounts.roles import ADMINISTRATORS, AUTHORS
from procedure_pages.staff import create_editorial_groups
from submissions.notices.receipt import receipt_content
from submissions.notifications.base import NOTIFICATIONS
from submissions.notifications.message import compose
from tests.factories.accounts import StaffFactory
from tests.factories.pages import ProcedurePageFactory
from tests.factories.submissions import SubmissionFactory
from tests.submissions.files.samples import picture
from theme.brand import brand_of
from theme.models import BrandSettings

pytestmark = pytest.mark.django_db
NAME = "大手前市 <オンライン> 窓口"


@pytest.fixture
def brand() -> BrandSettings:
    return BrandSettings.objects.create(
        site=Site.objects.get(),
        name_ja=NAME,
        name_en="Otemae City Online",
        operator="大手前市",
        contact="電話 06-0000-0000",
        colour="#00703C",
    )


def page(client: Client) -> str:
    return client.get(reverse("account_login")).content.decode()


def test_without_settings_the_site_has_the_name_of_the_environment(client: Client) -> None:
    html = page(client)
    assert (f"| {settings.WAGTAIL_SITE_NAME}</title>" in html, "colours/" in html) == (True, False)
    assert BrandSettings.objects.count() == 0


def test_the_settings_stand_in_title_header_footer(client: Client, brand: BrandSettings) -> None:
    html = page(client)
    escaped = NAME.replace("<", "&lt;").replace(">", "&gt;")
    assert (html.count(escaped), "<b>大手前市</b> 電話 06-0000-0000" in html) == (3, True)
    assert '<link rel="stylesheet" href="/theme/colours/00703c.css">' in html


def test_an_english_reader_meets_the_english_name(brand: BrandSettings) -> None:
    with translation.override("en"):
        assert brand_of(None).site_name == "Otemae City Online"
    brand.name_en = ""
    brand.save()
    with translation.override("en"):
        assert brand_of(None).site_name == NAME


def test_the_logo_stands_in_place_of_the_mark(client: Client, brand: BrandSettings) -> None:
    logo = Image.objects.create(title="市章", file=ImageFile(io.BytesIO(picture("PNG")), name="logo.png"))
    brand.logo = logo
    brand.save()
    html = page(client)
    assert (html.count('width="213" height="160"'), "site-name__mark" in html) == (2, False)
    logo.file.storage.delete(logo.file.name)
    logo.renditions.all().delete()
    brand.save()
    assert "site-name__mark" in page(client)


def test_mails_and_receipts_bear_the_name(brand: BrandSettings) -> None:
    case = SubmissionFactory()
    message = compose(NOTIFICATIONS["arrived"], case.events.get(name="submit"))
    assert (message.subject.startswith(f"【{NAME}】"), f"\n{NAME}\n大手前市\n" in message.body) == (True, True)
    assert receipt_content(case, case.answer_sets.get())["site"] == NAME


def test_a_subject_is_one_line() -> None:
    assert render_to_string("theme/mail_subject.txt", {"subject": "件名"}) == f"【{settings.WAGTAIL_SITE_NAME}】件名\n"


def test_the_lookup_is_kept(brand: BrandSettings, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    request = RequestFactory().get("/")
    with django_assert_num_queries(2):
        brand_of(request)
    with django_assert_num_queries(0):
        assert brand_of(RequestFactory().get("/other/")).operator == "大手前市"


def test_a_page_kept_for_visitors_asks_nothing(
    client: Client, brand: BrandSettings, settings: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    settings.VISITOR_CACHE_SECONDS = 10
    procedure = ProcedurePageFactory()
    assert "大手前市" in client.get(procedure.url).content.decode()
    with django_assert_num_queries(0):
        assert "大手前市" in client.get(procedure.url).content.decode()


def test_a_change_shows_at_once_to_this_process(client: Client, brand: BrandSettings) -> None:
    page(client)
    brand.operator = "新しい運営者"
    brand.save()
    assert "新しい運営者" in page(client)


def test_the_brand_of_one_site_is_not_that_of_another(brand: BrandSettings) -> None:
    root = Page.objects.get(depth=2)
    Site.objects.create(hostname="other.example.jp", port=80, root_page=root, is_default_site=False)
    request = RequestFactory().get("/", headers={"host": "other.example.jp"})
    assert brand_of(request).site_name == settings.WAGTAIL_SITE_NAME


def test_colours_are_a_style_sheet_that_browsers_keep(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/theme/colours/00703c.css")
    assert (answer["Content-Type"], "--brand: #00703c;" in answer.content.decode()) == ("text/css; charset=utf-8", True)
    again = client.get("/theme/colours/00703c.css", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, answer["Cache-Control"]) == (304, "max-age=86400, public")


@pytest.mark.parametrize("colour", ["ffffff", "zzzzzz", "00703c00"])
def test_colours_that_may_not_be_set_are_not_found(client: Client, colour: str) -> None:
    assert client.get(f"/theme/colours/{colour}.css").status_code == 404


@pytest.mark.parametrize(("group", "may"), [(ADMINISTRATORS, True), (AUTHORS, False)])
def test_administrators_edit_the_settings(client: Client, group: str, may: bool) -> None:
    create_editorial_groups(Page.objects.get(depth=2))
    user = StaffFactory()
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    site = Site.objects.get()
    address = reverse("wagtailsettings:edit", args=["theme", "brandsettings", site.pk])
    client.post(address, {"name_ja": NAME, "colour": "#00703c"})
    assert list(BrandSettings.objects.values_list("name_ja", "colour")) == ([(NAME, "#00703c")] if may else [])


def test_the_form_says_why_a_colour_is_refused(admin_client: Client) -> None:
    address = reverse("wagtailsettings:edit", args=["theme", "brandsettings", Site.objects.get().pk])
    answer = admin_client.post(address, {"colour": "#ff6600"})
    assert "もっと濃い色を選んでください。" in answer.content.decode()
