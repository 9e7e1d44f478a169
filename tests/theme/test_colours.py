import pytest
from django.core.exceptions import ValidationError

from tests.theme.test_contrast import colours as colours_of_the_theme
from tests.theme.test_contrast import hexadecimal
from theme.colours import DARK, FOCUS, LEAST_CONTRAST, contrast, rgb, shades, shades_in_the_dark
from theme.validators import validate_brand_colour

ACCEPTED = ["#0017c1", "#000000", "#767676", "#b30000", "#00703c", "#6b21a8", "#8a5a00", "#007a7a", "#c2185b"]
PAIRS = [
    ("--brand", "#ffffff"),
    ("--brand-strong", "#ffffff"),
    ("--brand-strong", "--brand-soft"),
    ("--brand-strong", "--surface-tint"),
    ("--link", "--surface-tint"),
    ("--link-hover", "--brand-soft"),
]


@pytest.mark.parametrize("colour", ACCEPTED)
def test_what_follows_from_a_colour_can_be_read(colour: str) -> None:
    validate_brand_colour(colour)
    found = shades(colour)
    ratios = {pair: contrast(rgb(found[pair[0]]), rgb(found.get(pair[1], pair[1]))) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < LEAST_CONTRAST} == {}


@pytest.mark.parametrize("colour", ACCEPTED)
def test_what_follows_from_a_colour_can_be_read_in_the_dark(colour: str) -> None:
    found = {**shades_in_the_dark(colour), "--surface": hexadecimal("--surface", "dark")}
    dark = {name: rgb(value) for name, value in found.items()}
    pairs = [
        (ink, ground) for ink in ("--brand", "--brand-strong", "--link") for ground in ("--surface", "--brand-soft")
    ]
    pairs += [("--on-brand", "--brand"), ("--on-brand", "--brand-strong"), ("--link-hover", "--surface-tint")]
    assert {pair for pair in pairs if contrast(dark[pair[0]], dark[pair[1]]) < LEAST_CONTRAST} == set()
    texts = [rgb(hexadecimal(ink, "dark")) for ink in ("--text", "--text-quiet", "--danger", "--link-visited")]
    assert min(contrast(text, dark["--surface-tint"]) for text in texts) >= LEAST_CONTRAST
    assert rgb(hexadecimal("--surface", "dark")) == DARK


@pytest.mark.parametrize("colour", ACCEPTED)
@pytest.mark.parametrize("ink", ["--text", "--text-quiet", "--danger", "--link-visited"])
def test_the_theme_can_be_read_on_the_tints_of_a_colour(colour: str, ink: str) -> None:
    assert contrast(rgb(hexadecimal(ink)), rgb(shades(colour)["--surface-tint"])) >= LEAST_CONTRAST


def test_a_brand_overrides_what_the_style_sheets_use() -> None:
    assert shades("#0017c1").keys() - colours_of_the_theme().keys() == set()
    assert rgb(hexadecimal("--focus-inner")) == FOCUS


@pytest.mark.parametrize(("colour", "ratio"), [("#777777", "4.47"), ("#ff6600", "2.93"), ("#ffffff", "1.00")])
def test_a_colour_that_white_cannot_be_read_on_is_refused_with_its_contrast(colour: str, ratio: str) -> None:
    with pytest.raises(ValidationError, match=f"コントラスト比 {ratio}:1"):
        validate_brand_colour(colour)


@pytest.mark.parametrize("colour", ["", "0017c1", "#01c", "#0017c1;", "#0017cg", "red"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValidationError, match="#0017c1"):
        validate_brand_colour(colour)
