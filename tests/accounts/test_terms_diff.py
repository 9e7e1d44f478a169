import pytest

from accounts.terms_diff import DiffLine, Part, changes, lines_of

OLD = "<h2>第1条</h2><p>目的です。</p><h2>第2条</h2><p>保存の期間は3年です。</p><ol><li>甲</li><li>乙</li></ol>"


def marked(lines: list[DiffLine]) -> list[str]:
    """``[-removed-]`` and ``{+added+}``, as people write it."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return ["".join(signs[part.kind].format(part.text) for part in line.parts) for line in lines]


@pytest.mark.parametrize(
    ("old", "new", "result"),
    [
        (OLD, OLD, []),
        (OLD, OLD.replace("3年", "5年"), ["第2条", "保存の期間は[-3-]{+5+}年です。"]),
        (OLD, OLD.replace("<li>乙</li>", ""), ["第2条", "[-乙-]"]),
        (OLD, OLD.replace("<li>乙</li>", "<li>乙</li><li>丙</li>"), ["第2条", "{+丙+}"]),
        (OLD, OLD + "<h2>第3条</h2><p>新しい定めです。</p>", ["{+第3条+}", "{+新しい定めです。+}"]),
        ("<p>期間</p>", "<p>まったく別の長い文章</p>", ["[-期間-]", "{+まったく別の長い文章+}"]),
        ("<p>全<b>文</b>です</p>", "<p>全文です</p>", []),
        ("", "", []),
    ],
)
def test_changes_are_named_below_their_heading(old: str, new: str, result: list[str]) -> None:
    assert marked(changes(old, new)) == result


@pytest.mark.parametrize("new", [OLD, OLD.replace("目的", "趣旨"), OLD[:40], "<p>別の文</p>" + OLD, ""])
def test_nothing_is_lost_on_either_side(new: str) -> None:
    lines = changes(OLD, new)
    for kind, source in (("added", OLD), ("removed", new)):
        kept = ["".join(part.text for part in line.parts if part.kind != kind) for line in lines]
        assert set(filter(None, kept)) <= {line.text for line in lines_of(source)}


def test_a_changed_line_says_so() -> None:
    assert DiffLine("p", (Part("same", "a"),)).is_changed is False
    assert DiffLine("p", (Part("same", "a"), Part("added", "b"))).is_changed is True
