"""The pairs of colours in which the site is written, by the formula of WCAG 2.2, from the style sheets themselves."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "theme/static/theme/css"
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")
TEXT, CONTROL = 4.5, 3.0


def colours() -> dict[str, str]:
    return {
        name: value
        for sheet in ("tokens.css", "base.css")
        for name, value in DECLARATION.findall((STYLES / sheet).read_text(encoding="utf-8"))
    }


def hexadecimal(name: str) -> str:
    value = colours()[name]
    while found := re.fullmatch(r"var\((--[\w-]+)\)", value):
        value = colours()[found[1]]
    return value


def luminance(name: str) -> float:
    parts = [int(hexadecimal(name)[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("surface", ["--surface", "--surface-tint", "--surface-quiet"])
@pytest.mark.parametrize("ink", ["--text", "--text-strong", "--text-quiet", "--link", "--link-visited", "--danger"])
def test_text_can_be_read(ink: str, surface: str) -> None:
    assert contrast(ink, surface) >= TEXT


@pytest.mark.parametrize(
    ("ink", "surface"),
    [
        ("--on-brand", "--brand"),
        ("--on-brand", "--brand-strong"),
        ("--brand", "--surface"),
        ("--brand-strong", "--brand-soft"),
        ("--brand-strong", "--focus-inner"),
        ("--success", "--surface"),
        ("--warning", "--surface"),
        ("--text-quiet", "--color-neutral-solid-gray-50"),
        ("--text-strong", "--color-primitive-yellow-50"),
        ("--color-neutral-white", "--color-primitive-red-1000"),
        ("--color-neutral-solid-gray-700", "--color-neutral-solid-gray-50"),
        ("--color-primitive-blue-900", "--color-primitive-blue-50"),
        ("--color-primitive-green-900", "--color-primitive-green-50"),
        ("--color-primitive-orange-1000", "--color-primitive-orange-50"),
        ("--color-primitive-red-1000", "--color-primitive-red-50"),
    ],
)
def test_text_on_colour_can_be_read(ink: str, surface: str) -> None:
    assert contrast(ink, surface) >= TEXT


@pytest.mark.parametrize("surface", ["--surface", "--surface-tint", "--brand"])
def test_focus_ring_shows_on_every_surface(surface: str) -> None:
    assert max(contrast(ring, surface) for ring in ("--focus-outer", "--focus-inner")) >= CONTROL


@pytest.mark.parametrize("line", ["--line-control", "--danger"])
def test_edge_of_a_control_can_be_seen(line: str) -> None:
    assert contrast(line, "--surface") >= CONTROL


def test_every_custom_property_in_use_is_defined() -> None:
    local = {"--tone", "--tone-soft"}
    used = {name for sheet in STYLES.glob("*.css") for name in re.findall(r"var\((--[\w-]+)", sheet.read_text("utf-8"))}
    assert used - set(colours()) - local == set()
