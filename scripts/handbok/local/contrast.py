"""Whether text in an accent colour can be read: the contrast of WCAG 2.2, success criterion 1.4.3."""

from __future__ import annotations

import re

LEAST = 4.5
"""For running text, WCAG 1.4.3 level AA."""

LIGHT = {"vitt": "#ffffff", "papper": "#faf6ee", "djupt papper": "#f1eadd"}
"""What an accent stands on in light pages; overrides/form/variabler.css, and a test holds them together."""
DARK = {"mörkt papper": "#162125", "mörk ruta": "#1e2b30", "djup mörk ruta": "#26353b"}
"""The same in dark pages."""

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether a text is `#` and six hexadecimal digits, and nothing else."""
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def worst(colour: str, grounds: dict[str, str]) -> tuple[str, float]:
    """The ground on which the colour is hardest to read, and the contrast there."""
    return min(((name, contrast(colour, ground)) for name, ground in grounds.items()), key=lambda pair: pair[1])


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
