"""The pairs of colours in which the site is written, by the formula of WCAG 2.2, from the style sheets themselves."""

import re
from functools import cache
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "theme/static/theme/css"
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")
TEXT, CONTROL = 4.5, 3.0


SHEETS = {"light": ("tokens.css", "base.css"), "dark": ("tokens.css", "base.css", "dark.css")}


@cache
def colours(scheme: str = "light") -> dict[str, str]:
    return {
        name: value
        for sheet in SHEETS[scheme]
        for name, value in DECLARATION.findall((STYLES / sheet).read_text(encoding="utf-8"))
    }


def hexadecimal(name: str, scheme: str = "light") -> str:
    value = colours(scheme)[name]
    while found := re.fullmatch(r"var\((--[\w-]+)\)", value):
        value = colours(scheme)[found[1]]
    return value


def luminance(name: str, scheme: str) -> float:
    parts = [int(hexadecimal(name, scheme)[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str, scheme: str) -> float:
    lighter, darker = sorted((luminance(one, scheme), luminance(other, scheme)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=SHEETS)
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("surface", ["--surface", "--surface-tint", "--surface-quiet"])
@pytest.mark.parametrize("ink", ["--text", "--text-strong", "--text-quiet", "--link", "--link-visited", "--danger"])
def test_text_can_be_read(ink: str, surface: str, scheme: str) -> None:
    assert contrast(ink, surface, scheme) >= TEXT


@pytest.mark.parametrize(
    ("ink", "surface"),
    [
        ("--on-brand", "--brand"),
        ("--on-brand", "--brand-strong"),
        ("--brand", "--surface"),
        ("--brand-strong", "--brand-soft"),
        ("--success", "--surface"),
        ("--warning", "--surface"),
        ("--on-focus", "--focus-inner"),
        ("--text", "--brand-soft"),
        ("--text-quiet", "--grey-soft"),
        ("--text-strong", "--yellow-soft"),
        ("--text-strong", "--yellow"),
        ("--text", "--blue-soft"),
        ("--text", "--danger-soft"),
        ("--on-alarm", "--alarm"),
        ("--grey", "--grey-soft"),
        ("--blue", "--blue-soft"),
        ("--green", "--success-soft"),
        ("--orange", "--warning-soft"),
        ("--red", "--danger-soft"),
        ("--red", "--surface"),
    ],
)
def test_text_on_colour_can_be_read(ink: str, surface: str, scheme: str) -> None:
    assert contrast(ink, surface, scheme) >= TEXT


@pytest.mark.parametrize("surface", ["--surface", "--surface-tint", "--brand"])
def test_focus_ring_shows_on_every_surface(surface: str, scheme: str) -> None:
    assert max(contrast(ring, surface, scheme) for ring in ("--focus-outer", "--focus-inner")) >= CONTROL


@pytest.mark.parametrize("line", ["--line-control", "--danger", "--orange-line", "--yellow-line"])
def test_edge_of_a_control_can_be_seen(line: str, scheme: str) -> None:
    assert contrast(line, "--surface", scheme) >= CONTROL


def test_a_colour_by_name_has_a_dark_one_too() -> None:
    light = dict(DECLARATION.findall((STYLES / "base.css").read_text("utf-8").partition("@media")[0]))
    dark = dict(DECLARATION.findall((STYLES / "dark.css").read_text("utf-8")))
    same_in_both = {"--alarm", "--on-alarm"}
    coloured = {name for name, value in light.items() if "color" in value or "#" in value or "rgb" in value}
    assert coloured - dark.keys() == same_in_both


def test_only_the_sheets_of_names_use_the_tokens_of_colours() -> None:
    sheets = {*STYLES.glob("*.css"), *(STYLES.parents[3] / "submissions").glob("static/*/*.css")}
    sheets = {sheet for sheet in sheets if sheet.name not in ("tokens.css", "base.css", "dark.css")}
    assert [sheet.name for sheet in sheets if "var(--color-" in sheet.read_text("utf-8")] == []


def test_every_custom_property_in_use_is_defined() -> None:
    local = {"--tone", "--tone-soft"}
    used = {name for sheet in STYLES.glob("*.css") for name in re.findall(r"var\((--[\w-]+)", sheet.read_text("utf-8"))}
    assert used - set(colours()) - local == set()
