"""The colours that follow from one: darker and paler shades, and whether they can be read (WCAG 2.2, 1.4.3)."""

import re

Rgb = tuple[int, int, int]

HEXADECIMAL = re.compile("#[0-9a-fA-F]{6}")
LEAST_CONTRAST = 4.5
WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
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


def style_sheet(brand: str) -> str:
    return ":root {\n" + "".join(f"  {name}: {value};\n" for name, value in shades(brand).items()) + "}\n"
