from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from procedure_pages.catalogue_filter import CatalogueFilter
from procedure_pages.demo.language import paragraphs, stream_data
from procedure_pages.models import ProcedurePage
from tests.factories.accounts import DepartmentFactory
from tests.factories.pages import CataloguePageFactory, ProcedurePageFactory

pytestmark = pytest.mark.django_db
YESTERDAY, TOMORROW = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)


def found(query: str) -> list[str]:
    return [page.title for page in CatalogueFilter.from_query(QueryDict(query)).find(timezone.now())]


def procedure(title: str, **values: Any) -> None:
    ProcedurePageFactory(title=title, **values)


@pytest.mark.parametrize(
    "words",
    [
        "ゴールドステッカー",
        "ｺﾞｰﾙﾄﾞｽﾃｯｶｰ",
        "ごーるどすてっかー",
        "ゴールド",
        "認証 ステッカー",
        "認証　ステッカー",
        "ＣＯ２",
        "co2",
        "スマホ",
    ],
)
def test_search_finds_however_it_is_spelled(words: str) -> None:
    guidance = stream_data([paragraphs("<p>CO<b>2</b>センサー</p>")], "test")
    procedure("認証ゴールドステッカー", keywords="スマホ", guidance=guidance)
    procedure("行政文書の公開請求")
    assert found(f"q={words}") == ["認証ゴールドステッカー"]


def test_search_wants_every_word() -> None:
    procedure("行政文書の公開請求")
    assert found("q=行政 公園") == []


@pytest.mark.parametrize("word", ["%25", "_", "\\", "'"])
def test_search_takes_signs_literally(word: str) -> None:
    procedure("行政文書の公開請求")
    assert found(f"q={word}") == []


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("category=tax", ["税"]),
        ("applicant=business", ["税", "届"]),
        ("applicant=individual", ["税", "人"]),
        ("department=zaimu", ["届"]),
        ("event=moving", ["人", "税"]),
        ("event=building", ["税"]),
        ("event=moving&applicant=business", ["税"]),
        ("event=nonsense", ["税", "届", "人"]),
        ("category=support&applicant=business", ["届"]),
        ("category=nonsense&applicant=nobody", ["税", "届", "人"]),
        ("department=nowhere", []),
    ],
)
def test_filters_combine(query: str, titles: list[str]) -> None:
    procedure("税", category="tax", life_events=["moving", "building"])
    procedure("人", for_businesses=False, life_events=["moving"])
    procedure("届", for_individuals=False, department=DepartmentFactory(code="zaimu"))
    assert sorted(found(query)) == sorted(titles)


def test_open_now_leaves_out_what_is_closed_or_upcoming() -> None:
    procedure("終了", closes_at=YESTERDAY)
    procedure("受付中", opens_at=YESTERDAY, closes_at=TOMORROW)
    procedure("開始前", opens_at=TOMORROW)
    procedure("随時")
    assert found("open=1") == ["受付中", "随時"]
    assert found("") == ["受付中", "随時", "開始前", "終了"]


def test_drafts_and_unpublished_pages_are_not_found() -> None:
    procedure("下書き", live=False)
    ProcedurePageFactory(title="取下げ").unpublish()
    assert found("") == []


def test_page_url_keeps_the_conditions() -> None:
    filters = CatalogueFilter.from_query(QueryDict("q=公開 請求&open=yes&page=3"))
    assert filters.page_url(2) == "?q=%E5%85%AC%E9%96%8B+%E8%AB%8B%E6%B1%82&open=1&page=2"


def test_catalogue_page_lists_the_results(client: Client) -> None:
    ProcedurePageFactory(title="公開請求", slug="koukai")
    response = client.get("/procedures/?q=公開")
    assert [card["title"] for card in response.context["cards"]] == ["公開請求"]
    assert '<a class="card__link" href="/procedures/koukai/">公開請求</a>' in response.content.decode()


def test_catalogue_page_says_when_nothing_matches(client: Client) -> None:
    CataloguePageFactory()
    assert "条件に合う手続が見つかりませんでした" in client.get("/procedures/?q=存在しない").content.decode()


def test_catalogue_page_is_divided_into_pages(client: Client) -> None:
    for _number in range(21):
        ProcedurePageFactory()
    response = client.get("/procedures/?category=support&page=2")
    assert (len(response.context["cards"]), response.context["previous_url"]) == (1, "?category=support&page=1")


@pytest.mark.parametrize("path", ["/", "/procedures/"])
def test_lists_need_the_same_queries_for_any_number(client: Client, path: str) -> None:
    counts = []
    for number in (1, 3):
        for _number in range(number):
            ProcedurePageFactory(life_events=["moving"])
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 13


@pytest.mark.parametrize(
    "words", ["斎藤", "齋藤", "斉藤", "さいとう", "サイトウ", "ｻｲﾄｳ", "高﨑", "髙崎", "たかさき", "渡邊", "渡辺"]
)
def test_search_takes_variants_and_readings(words: str) -> None:
    procedure("齋藤記念館の利用", keywords="さいとう")
    procedure("髙崎橋の通行", keywords="タカサキ")
    procedure("渡邉文庫の閲覧")
    assert len(found(f"q={words}")) == 1


def test_home_page_leads_to_life_events(client: Client) -> None:
    ProcedurePageFactory(life_events=["moving", "building"])
    ProcedurePageFactory(life_events=["moving"])
    response = client.get("/")
    assert response.context["events"] == [("moving", 2), ("building", 1)]
    assert 'href="/procedures/?event=moving"' in response.content.decode()


def test_an_author_ticks_several_life_events() -> None:
    field = ProcedurePage._meta.get_field("life_events").formfield()
    assert field.clean(["building", "moving"]) == ["building", "moving"]
    with pytest.raises(ValidationError):
        field.clean(["nonsense"])
