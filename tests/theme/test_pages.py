import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import Client

pytestmark = pytest.mark.django_db  # the frame of a page asks whose site it is

STATIC = Path(__file__).parents[2] / "theme/static/theme"
FIRST_PAGE_AT_MOST = 100_000


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/theme/").content.decode()


def test_page_has_no_inline_style_or_script(page: str) -> None:
    assert re.findall(r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|javascript:", page) == []


def test_page_loads_nothing_from_elsewhere(page: str) -> None:
    assert re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page) == []


def test_ids_of_a_page_are_unique(page: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))


def test_labels_lead_to_a_control(page: str) -> None:
    assert set(re.findall(r'<label[^>]*\sfor="([^"]+)"', page)) - set(re.findall(r'\sid="([^"]+)"', page)) == set()


def test_errors_are_summed_up_with_links_to_the_fields(client: Client) -> None:
    page = client.get("/theme/?errors").content.decode()
    places = re.findall(r'<a href="#([^"]+)">', page[page.index("data-error-summary") : page.index("field__label")])
    assert "id_sample-name" in places
    assert set(places) - set(re.findall(r'\sid="([^"]+)"', page)) == set()


def test_frame_for_visitors_holds_no_form_token_so_that_it_can_be_cached() -> None:
    page = render_to_string("404.html", {"site_name": "S"})
    assert "csrfmiddlewaretoken" not in page


def test_language_switch_leads_back_to_the_same_page(client: Client) -> None:
    page = client.get("/theme/?errors=1&a=2").content.decode()
    link = "/language/?language=en&amp;next=/theme/%3Ferrors%3D1%26a%3D2"
    assert f'href="{link}" rel="nofollow" lang="en"' in page


def test_first_page_is_light(page: str) -> None:
    loaded = [*re.findall(r'<link[^>]*href="/static/([^"]+)"', page), "theme/js/theme.js", "theme/img/icons.svg"]
    files = [finders.find(name) for name in {*loaded, "theme/img/hero.svg"}]
    assert None not in files
    assert sum(Path(str(file)).stat().st_size for file in files) < FIRST_PAGE_AT_MOST


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_emergency_pages_need_no_context(name: str) -> None:
    assert '<a class="button" href="/">' in render_to_string(name)


def test_licence_of_the_tokens_is_kept() -> None:
    assert "MIT License" in (STATIC / "css/LICENSE-tokens.txt").read_text("utf-8")
    assert "LICENSE-tokens.txt" in (STATIC / "css/tokens.css").read_text("utf-8")[:400]
