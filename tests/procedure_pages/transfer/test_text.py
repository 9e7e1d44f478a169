import pytest

from procedure_pages.transfer.faults import InvalidFile
from procedure_pages.transfer.text import dump, load


def loaded(text: str) -> object:
    return load(text.encode(), is_json=False)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yes", "yes"),
        ("off", "off"),
        ("11:00", "11:00"),
        ("0123", "0123"),
        ("2026-04-01", "2026-04-01"),
        ("1.50", "1.50"),
        ("12", 12),
        ("true", True),
        ("null", None),
        ("", None),
    ],
)
def test_words_stay_words(written: str, meant: object) -> None:
    assert loaded(f"a: {written}") == {"a": meant}


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2",
        "a: !!python/object/apply:os.system [ls]",
        "a: !!timestamp 2026-04-01",
        "a: [1",
        "- a",
        "a: &a [*a]",
        "[" * 5000,
        "a0: &a0 [x]\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 9)),
    ],
)
def test_a_file_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InvalidFile):
        loaded(text)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"{", b'{"a": 1, "a": 2}', b"[" * 200_000])
def test_json_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidFile):
        load(content, is_json=True)


@pytest.mark.parametrize("is_json", [False, True])
def test_what_is_dumped_loads_as_it_was(is_json: bool) -> None:
    data = {"a": "yes", "b": ["上\n下", "0123", "11:00", {"c": True, "d": 3, "e": None}], "no": "~"}
    assert load(dump(data, is_json=is_json), is_json=is_json) == data
