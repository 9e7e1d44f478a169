import pytest

from submissions.schema.removed import KEPT_AT_MOST, Removed, after_change, put_back, removed_from
from tests.factories.submissions import SHOPS

ROWS = [{"id": "a"}, {"id": "b"}, {"id": "c"}]


@pytest.mark.parametrize("order", ["abc", "cba", "bca", "bac"])
def test_everything_removed_comes_back_in_its_place(order: str) -> None:
    removed: Removed = []
    rows = ROWS
    for gone in order:
        left = [row for row in rows if row["id"] != gone]
        removed, rows = after_change(removed, SHOPS.key, rows, left), left
    assert put_back(rows, removed_from(removed, SHOPS.key)) == ROWS


def test_a_row_that_came_back_is_no_longer_removed() -> None:
    removed = after_change([], "shops", ROWS, ROWS[:2])
    assert (len(removed), after_change(removed, "shops", ROWS[:2], ROWS)) == (1, [])


def test_rows_of_another_group_are_left_alone() -> None:
    removed = after_change([], "shops", ROWS, [])
    assert after_change(removed, "people", [], ROWS) == removed


def test_what_is_kept_does_not_grow_without_end() -> None:
    many = [{"id": f"r{number}"} for number in range(KEPT_AT_MOST + 5)]
    assert after_change([], "shops", many, [])[0]["row"] == {"id": "r5"}
