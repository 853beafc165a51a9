"""Which signs the project's fonts can draw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category

from fontTools.ttLib import TTFont

from .stock import Stock

_FACE = re.compile(r"@font-face\s*\{(?P<body>[^}]*)\}")
_FAMILY = re.compile(r'font-family:\s*"(?P<family>[^"]+)"')
_FILE = re.compile(r"[\w-]+\.woff2")


def lacking(text: str, family: str, stock: Stock) -> Iterator[str]:
    """Visible signs of a text that no font of the family has."""
    known = signs(stock).get(family, frozenset())
    for sign in text:
        if ord(sign) not in known and category(sign)[0] not in "ZC":
            yield sign


@cache
def signs(stock: Stock) -> dict[str, frozenset[int]]:
    """What each family of form/typsnitt.css can draw in every one of its cuts."""
    cuts: dict[str, dict[str, set[int]]] = {}
    for face in _FACE.finditer(stock.font_style.read_text("utf-8")):
        family, file = _FAMILY.search(face["body"]), _FILE.search(face["body"])
        if family and file:
            cut = cuts.setdefault(family["family"], {}).setdefault(file[0].replace("-latin-ext-", "-latin-"), set())
            cut.update(_signs_of(stock, file[0]))
    return {family: frozenset(set.intersection(*found.values())) for family, found in cuts.items()}


def _signs_of(stock: Stock, file: str) -> set[int]:
    with TTFont(stock.font_file(file), lazy=True) as font:
        return set(font.getBestCmap())
