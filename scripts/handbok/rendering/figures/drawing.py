"""From an entry to its drawing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ...model.figur import Figur
from .canvas import Anchor, Canvas, Path, Role, Voice, Words
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

    @property
    def layers(self) -> list[Path]:
        """The shapes from the bottom up, neighbours that look alike as one; a way with a head stays by itself."""
        return [
            Path("".join(shape.d for shape in alike), role, tone)
            for (role, tone, _), alike in groupby(self.shapes, key=_look)
        ]

    @property
    def voices(self) -> list[tuple[Words, list[Words]]]:
        """The words by how they look: the first of them, and all of them."""
        found: dict[tuple[Voice, Anchor], list[Words]] = {}
        for words in self.words:
            found.setdefault((words.voice, words.anchor), []).append(words)
        return [(those[0], those) for those in found.values()]


def draw(figur: Figur, width: int) -> Drawing:
    """The figure in a width, WIDE or NARROW."""
    canvas = Canvas(width)
    height = KINDS[figur.slag](canvas, figur)
    return Drawing(width, round(height + MARGIN, 1), tuple(canvas.shapes), tuple(canvas.words))


def _look(shape: Path) -> tuple[Role, int, int]:
    """What shapes have in common that can be drawn as one: a head is drawn once for each of its ways."""
    return shape.role, shape.tone, id(shape) if shape.role == "pil" else 0
