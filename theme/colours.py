"""The colours that follow from one: darker and paler shades, and whether they can be read (WCAG 2.2, 1.4.3)."""

import re

Rgb = tuple[int, int, int]

HEXADECIMAL = re.compile("#[0-9a-fA-F]{6}")
LEAST_CONTRAST = 4.5
WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
DARK: Rgb = (20, 23, 31)
"""``--surface`` of ``dark.css``."""
FOCUS: Rgb = (255, 212, 61)
"""``--focus-inner``, on which ``--brand-strong`` is written."""


def rgb(hexadecimal: str) -> Rgb:
    red, green, blue = (int(hexadecimal[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def hexadecimal(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def luminance(colour: Rgb) -> float:
    shares = (part / 255 for part in colour)
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """`colour` with a `share` from 0 to 1 of `other`."""
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def shades(brand: str) -> dict[str, str]:
    """The custom properties of ``base.css`` that a brand overrides, from a colour that white can be read on."""
    base = rgb(brand)
    soft = mix(base, WHITE, 0.92)
    strong = readable(mix(base, BLACK, 0.2), (WHITE, soft, FOCUS))
    deep = mix(strong, BLACK, 0.35)
    found = {
        "--brand": base,
        "--brand-strong": strong,
        "--brand-deep": deep,
        "--brand-soft": soft,
        "--brand-line": mix(base, WHITE, 0.75),
        "--link": strong,
        "--link-hover": deep,
        "--surface-tint": mix(base, WHITE, 0.96),
    }
    return {name: hexadecimal(colour) for name, colour in found.items()}


def readable(colour: Rgb, surfaces: tuple[Rgb, ...]) -> Rgb:
    """`colour`, darker until it can be read on every one of `surfaces`."""
    while min(contrast(colour, surface) for surface in surfaces) < LEAST_CONTRAST:
        colour = mix(colour, BLACK, 0.05)
    return colour


def shades_in_the_dark(brand: str) -> dict[str, str]:
    """The same for screens that prefer dark: the colour, paler until it can be read on what is dark."""
    base = rgb(brand)
    soft, tint = mix(base, DARK, 0.75), mix(base, DARK, 0.9)
    bright = mix(base, WHITE, 0.4)
    while min(contrast(bright, surface) for surface in (DARK, soft, tint)) < LEAST_CONTRAST:
        bright = mix(bright, WHITE, 0.1)
    found = {
        "--brand": bright,
        "--brand-strong": mix(bright, WHITE, 0.3),
        "--brand-deep": mix(bright, WHITE, 0.5),
        "--brand-soft": soft,
        "--brand-line": mix(base, DARK, 0.4),
        "--on-brand": readable(base, (bright,)),
        "--link": bright,
        "--link-hover": mix(bright, WHITE, 0.3),
        "--surface-tint": tint,
    }
    return {name: hexadecimal(colour) for name, colour in found.items()}


def style_sheet(brand: str) -> str:
    in_the_dark = _rule(shades_in_the_dark(brand)).replace("\n", "\n  ").rstrip()
    return _rule(shades(brand)) + f"@media screen and (prefers-color-scheme: dark) {{\n  {in_the_dark}\n}}\n"


def _rule(values: dict[str, str]) -> str:
    return ":root {\n" + "".join(f"  {name}: {value};\n" for name, value in values.items()) + "}\n"
