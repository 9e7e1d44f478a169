from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from procedure_pages.models import LookupTable
from procedure_pages.pasting import pasted_grid
from procedure_pages.tables import table_data, table_faults
from tests.factories.accounts import StaffFactory

COLUMNS = {"kind": "choice", "area": "range", "適用日": "valid_from", "金額": "value"}


def table(*rows: Any, columns: dict[str, str] = COLUMNS) -> LookupTable:
    value = {
        "columns": [{"type": kind, "heading": heading} for heading, kind in columns.items()],
        "rows": [{"values": list(row)} for row in rows],
        "caption": "",
    }
    return LookupTable(name="手数料", grid=[{"type": "grid", "id": "1", "value": value}])


def test_a_table_becomes_plain_data() -> None:
    rows = [
        ["new", "10～２０", "2026-04-01", "１６,０００"],
        [None, "20以上", None, "0.50"],
        ["old", "10未満", None, "-3"],
    ]
    assert table_data(table(*rows)) == {
        "keys": ["kind", "area"],
        "rows": [
            {"match": ["new", {"from": "10", "to": "20"}], "from": "2026-04-01", "value": "16000"},
            {"match": [None, {"from": "20"}], "from": "", "value": "0.50"},
            {"match": ["old", {"to": "10"}], "from": "", "value": "-3"},
        ],
    }


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([["a", "0-10", None, "1"], ["a", "10-20", None, "2"]], []),
        ([["a", "0-10", None, "1"], ["a", "0-10", "2026-04-01", "2"]], []),
        ([["a", "0-10", None, "1"], ["b", "0-10", None, "2"]], []),
        ([["a", "0-10", None, "1"], ["a", "0-10", None, "2"]], ["1行目と2行目は、照合する内容が同じです。"]),
        (
            [["a", "0-10", None, "1"], ["b", "0-1", None, "1"], [None, "5-", None, "2"]],
            ["1行目と3行目は範囲が重なっています。両方に当てはまる回答があります。"],
        ),
        ([["a", "0-10", None, "多い"]], ["1行目：値は16000や0.5のような数で書いてください。"]),
        (
            [["a", "20-10", None, "1"]],
            [
                "1行目「area」：範囲は10-20のように書いてください（10以上20未満の意味です）。"
                "10- や -20 のように片方だけでも書けます。"
            ],
        ),
        ([], ["表に行がありません。"]),
    ],
)
def test_faults_are_sentences(rows: Any, sentences: list[str]) -> None:
    assert table_faults(table(*rows)) == sentences


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"金額": "value"}, "照合する列を追加してください。"),
        ({"kind": "text"}, "値の列を1つだけ作ってください。"),
        ({"": "text", "金額": "value"}, "照合する列には、すべて見出しを付けてください。見出しが項目の名前になります。"),
    ],
)
def test_a_table_needs_keys_and_a_value(columns: dict[str, str], sentence: str) -> None:
    assert table_faults(table(columns=columns)) == [sentence]


def test_equal_numbers_are_the_same_key() -> None:
    columns = {"days": "text", "value": "value"}
    assert len(table_faults(table(["10", "1"], ["10.0", "2"], columns=columns))) == 1


@pytest.mark.parametrize(
    "text",
    ["種類\t面積\t適用日\t金額\nnew\t0-10\t2026/4/1\t1,000\n", '種類,面積,適用日,金額\nnew,0-10,2026年4月1日,"1,000"'],
)
def test_pasted_cells_tell_what_they_are(text: str) -> None:
    assert pasted_grid(text, {"種類": "choice"}) == {
        "caption": "",
        "columns": [
            {"type": "choice", "heading": "種類"},
            {"type": "range", "heading": "面積"},
            {"type": "valid_from", "heading": "適用日"},
            {"type": "value", "heading": "金額"},
        ],
        "rows": [{"values": ["new", "0-10", "2026-04-01", "1,000"]}],
    }


@pytest.mark.parametrize("text", ["a,b", "a,b\n1", "a,b\n1,2,3"])
def test_lines_that_do_not_fit_are_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        pasted_grid(text, {})


@pytest.fixture
def add(client: Client, db: None) -> Any:
    client.force_login(StaffFactory(superuser=True))
    address = reverse(LookupTable.snippet_viewset.get_url_name("add"))
    return lambda pasted: client.post(
        address, nested_form_data({"name": "手数料", "description": "", "grid": streamfield([]), "pasted": pasted})
    )


def test_the_editor_takes_a_pasted_table(add: Any) -> None:
    add("kind\tfee\nnew\t16000\nold\t8000")
    assert table_data(LookupTable.objects.get())["rows"] == [
        {"match": ["new"], "from": "", "value": "16000"},
        {"match": ["old"], "from": "", "value": "8000"},
    ]


@pytest.mark.parametrize("pasted", ["", "kind\tfee\nnew\t1\nnew\t2", "kind\tfee\nnew"])
def test_the_editor_refuses_a_table_in_disorder(add: Any, pasted: str) -> None:
    assert add(pasted).status_code == 200
    assert LookupTable.objects.count() == 0
