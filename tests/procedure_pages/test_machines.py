"""What the pages tell machines: feeds, the map of the site, robots, schema.org."""

import json
import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone

from procedure_pages.demo.announcements import announcement_index
from procedure_pages.demo.pages import create_page
from procedure_pages.models import AnnouncementPage
from tests.factories.accounts import DepartmentFactory
from tests.factories.pages import HomePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(client: Client, path: str) -> list[tuple[str | None, str | None]]:
    response = client.get(path)
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)
    links = [(entry.find("a:title", ATOM), entry.find("a:link", ATOM)) for entry in feed.findall("a:entry", ATOM)]
    return [(title.text, link.get("href")) for title, link in links if title is not None and link is not None]


def test_feed_of_procedures_has_the_newest_first(client: Client) -> None:
    ProcedurePageFactory(title="古い", slug="old")
    ProcedurePageFactory(title="新しい", slug="new")
    ProcedurePageFactory(title="下書き", live=False)
    assert entries(client, "/feeds/procedures.xml") == [
        ("新しい", "http://testserver/procedures/new/"),
        ("古い", "http://testserver/procedures/old/"),
    ]


def test_feed_of_announcements_goes_by_their_date(client: Client) -> None:
    index = create_page(HomePageFactory(), announcement_index())
    for title, day in (("一番目", date(2026, 5, 1)), ("三番目", date(2026, 6, 1)), ("二番目", date(2026, 5, 15))):
        create_page(index, AnnouncementPage(title=title, slug=f"n-{day}", published_on=day))
    assert [title for title, _link in entries(client, "/feeds/news.xml")] == ["三番目", "二番目", "一番目"]
    html = client.get("/").content.decode()
    assert html.index("三番目") < html.index("二番目") < html.index("一番目")
    assert client.get("/news/n-2026-06-01/").status_code == 200


def test_map_of_the_site_lists_what_visitors_may_read(client: Client) -> None:
    ProcedurePageFactory(slug="money")
    ProcedurePageFactory(slug="draft", live=False)
    places = re.findall(r"<loc>([^<]+)</loc>", client.get("/sitemap.xml").content.decode())
    assert places == [f"http://testserver{path}" for path in ("/", "/procedures/", "/procedures/money/")]


def test_robots_find_the_map_and_keep_out_of_what_is_personal(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /mypage/", "Disallow: /admin/", "Sitemap: http://testserver/sitemap.xml"} <= set(lines)


def test_robots_find_nothing_on_the_network_of_the_staff(client: Client, settings: Any) -> None:
    settings.SURFACE = "staff"
    assert client.get("/robots.txt").content.decode() == "User-agent: *\nDisallow: /\n"


def described(client: Client, path: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).content.decode())
    service: dict[str, Any] = json.loads(found[0])
    return service


def test_a_procedure_is_described_as_a_government_service(client: Client) -> None:
    department = DepartmentFactory(name="商工課", phone="06-0000-1234")
    ProcedurePageFactory(
        slug="x", title="協力金", department=department, closes_at=timezone.now(), for_individuals=False
    )
    service = described(client, "/procedures/x/")
    assert (service["@type"], service["name"], service["url"]) == (
        "GovernmentService",
        "協力金",
        "http://testserver/procedures/x/",
    )
    assert service["serviceOperator"] == {"@type": "GovernmentOrganization", "name": "商工課"}
    assert service["audience"] == [{"@type": "Audience", "audienceType": "business"}]
    assert service["availableChannel"]["serviceLocation"]["telephone"] == "06-0000-1234"
    assert "validThrough" in service["hoursAvailable"]


def test_no_title_ends_the_description_early(client: Client) -> None:
    title = "</script><script>alert(1)</script>&"
    ProcedurePageFactory(slug="x", title=title)
    assert described(client, "/procedures/x/")["name"] == title
