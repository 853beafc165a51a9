"""From an entry to its drawing."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.figur import Figur
from .canvas import Canvas, Path, Words
from .kinds import KINDS

WIDE = 680
NARROW = 320
MARGIN = 4


@dataclass(frozen=True)
class Drawing:
    """A figure laid out for a width; everything within 0, 0 and width, height."""

    width: float
    height: float
    shapes: tuple[Path, ...]
    words: tuple[Words, ...]


def draw(figur: Figur, width: int) -> Drawing:
    """The figure in a width, WIDE or NARROW."""
    canvas = Canvas(width)
    height = KINDS[figur.slag](canvas, figur)
    return Drawing(width, round(height + MARGIN, 1), tuple(canvas.shapes), tuple(canvas.words))
