import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from accounts.roles import AUTHORS
from procedure_pages.models import ProcedurePage, RelatedProcedure
from procedure_pages.staff import create_editorial_groups
from submissions.models import FormVersion
from tests.factories.accounts import StaffFactory
from tests.factories.pages import HomePageFactory, InformationPageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
JA, EN = "/procedures/money/", "/en/procedures/money/"


@pytest.fixture
def page() -> ProcedurePage:
    return ProcedurePageFactory(slug="money", title="協力金")


@pytest.fixture
def locale(page: ProcedurePage) -> Locale:
    """English, with the entrance and the catalogue in it."""
    english: Locale = Locale.objects.get_or_create(language_code="en")[0]
    for above in page.get_ancestors()[1:]:
        above.specific.copy_for_translation(english).save_revision().publish()
    return english


@pytest.fixture
def english(page: ProcedurePage, locale: Locale) -> ProcedurePage:
    copy = page.copy_for_translation(locale)
    copy.title = "Money"
    copy.save_revision().publish()
    return ProcedurePage.objects.get(pk=copy.pk)


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_each_edition_has_an_address_and_is_in_its_language(client: Client, english: ProcedurePage) -> None:
    assert (english.url, english.get_translations().get().url) == (EN, JA)
    assert '<html lang="ja">' in text(client, JA)
    html = text(client, EN)
    assert '<html lang="en">' in html
    assert "<h1>Money</h1>" in html
    assert "Who may apply" in html


def test_editions_name_each_other(client: Client, english: ProcedurePage) -> None:
    links = {
        ("ja", f"http://testserver{JA}"),
        ("en", f"http://testserver{EN}"),
        ("x-default", f"http://testserver{JA}"),
    }
    for path in (JA, EN):
        html = text(client, path)
        assert set(re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html)) == links


def test_a_page_in_one_language_names_no_edition(client: Client, page: ProcedurePage) -> None:
    assert "hreflang=" not in text(client, JA).replace('hreflang="en">', "")


def test_the_switch_leads_to_the_other_edition_and_back(client: Client, english: ProcedurePage) -> None:
    assert f"/language/?language=en&amp;next={EN}" in text(client, JA)
    assert f"/language/?language=ja&amp;next={JA}" in text(client, EN)


def test_japanese_text_below_english_words_is_marked_and_leads_to_the_edition(
    client: Client, english: ProcedurePage
) -> None:
    client.cookies["django_language"] = "en"
    html = text(client, JA)
    assert '<html lang="en">' in html
    assert '<h1 lang="ja">協力金</h1>' in html
    assert f'<a href="{EN}">' in html


@pytest.mark.parametrize("path", ["/en/guide/", "/en/guide/?a=1"])
def test_what_is_not_translated_is_shown_in_japanese(client: Client, english: ProcedurePage, path: str) -> None:
    InformationPageFactory(slug="guide")
    assert client.get(path)["Location"] == path.removeprefix("/en")


def test_addresses_of_nothing_are_not_found(client: Client, english: ProcedurePage) -> None:
    statuses = [
        client.get(path).status_code for path in ("/en/nothing/", "/nothing/", "/en/procedures/money/x/", "/xx/")
    ]
    assert statuses == [404] * 4


def test_a_draft_of_a_translation_is_not_shown(client: Client, english: ProcedurePage) -> None:
    english.unpublish()
    assert client.get(EN)["Location"] == JA
    assert 'hreflang="x-default"' not in text(client, JA)


def test_catalogues_and_home_pages_show_their_own_language(client: Client, english: ProcedurePage) -> None:
    def titles(path: str, name: str) -> list[str]:
        return [card["title"] for card in client.get(path).context[name]]

    assert (titles("/procedures/", "cards"), titles("/en/procedures/", "cards")) == (["協力金"], ["Money"])
    assert (titles("/", "open_cards"), titles("/en/", "open_cards")) == (["協力金"], ["Money"])


def test_readers_of_an_english_page_stay_in_english(client: Client, english: ProcedurePage) -> None:
    client.get(EN)
    assert '<html lang="en">' in text(client, "/accounts/login/")


def test_related_procedures_are_shown_in_the_readers_language_or_marked(
    client: Client, page: ProcedurePage, locale: Locale
) -> None:
    untranslated = ProcedurePageFactory(title="未訳")
    other = ProcedurePageFactory(title="別の手続")
    translated = other.copy_for_translation(locale)
    translated.title = "Another"
    translated.save_revision().publish()
    page.related_procedures = [RelatedProcedure(procedure=each) for each in (untranslated, other)]
    page.save_revision().publish()
    page.copy_for_translation(locale).save_revision().publish()
    html = text(client, EN).partition('id="related"')[2]
    assert ' lang="ja">未訳</a>' in html
    assert ">Another</a>" in html
    assert "別の手続" not in html


def test_a_translation_has_a_form_of_its_own_with_the_same_keys(english: ProcedurePage) -> None:
    forms = [FormVersion.objects.get(page=page).schema for page in (english, english.get_translations().get())]
    assert [field.key for field in forms[0].fields] == [field.key for field in forms[1].fields]


def test_an_author_begins_a_translation_in_the_admin(client: Client, page: ProcedurePage, locale: Locale) -> None:
    create_editorial_groups(HomePageFactory())
    client.force_login(StaffFactory(role=AUTHORS))
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])
    client.post(address, {"locales": locale.pk})
    draft = ProcedurePage.objects.get(locale=locale)
    assert (draft.live, draft.steps[0].id) == (False, page.steps[0].id)


@pytest.mark.parametrize("path", [JA, f"{JA}questions/", f"{JA}checklist/"])
def test_guidance_needs_no_more_queries_for_more(
    client: Client, english: ProcedurePage, django_assert_max_num_queries: Any, path: str
) -> None:
    """It was 11 before there were banners, translations and related procedures."""
    client.get(path)
    with django_assert_max_num_queries(10):
        client.get(path)
