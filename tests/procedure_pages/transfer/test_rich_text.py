import pytest

from procedure_pages.transfer.rich_text import read

FEATURES = ["bold", "ul", "link"]


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("どなたでも。", "<p>どなたでも。</p>"),
        ("一\n\n二 & 三", "<p>一</p><p>二 &amp; 三</p>"),
        ('<p data-block-key="x1">一<br>二</p>', "<p>一<br/>二</p>"),
        ("<ul><li><b>太</b></li></ul>", "<ul><li><b>太</b></li></ul>"),
        (
            '<p><a href="https://example.jp/?a=1&amp;b=2">先</a></p>',
            '<p><a href="https://example.jp/?a=1&amp;b=2">先</a></p>',
        ),
    ],
)
def test_read_stores_what_the_editor_would(written: str, stored: str) -> None:
    faults: list[str] = []
    assert (read(written, FEATURES, faults.append), faults) == (stored, [])


@pytest.mark.parametrize(
    "written",
    [
        "<script>alert(1)</script>",
        "<p onclick='x()'>a</p>",
        '<p><a href="java\tscript:alert(1)">a</a></p>',
        "<ol><li>a</li></ol>",
        "<p>a</p><!-- b -->",
        "<svg/onload=alert(1)>",
    ],
)
def test_read_complains_of_everything_else(written: str) -> None:
    faults: list[str] = []
    read(written, FEATURES, faults.append)
    assert faults != []


def test_an_unfinished_tag_is_text() -> None:
    assert "<img" not in read("<p>a</p><img src=x onerror=alert(1)", FEATURES, lambda fault: None)
