"""Boxes that hold a heading and a text, as high as the text needs; rows, stacks and frames of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model.figur import Figurdel
from .canvas import Canvas, folded, height_of

PAD = 10
GAP = 14
ARROW = 30
"""Room for an arrow between boxes."""


@dataclass(frozen=True)
class Card:
    """A part of a figure in its box."""

    part: Figurdel
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half-way across."""
        return self.x + self.width / 2

    @property
    def centre(self) -> float:
        """Half-way down."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


def needed(part: Figurdel, width: float) -> float:
    """How high a box must be for a part's words."""
    inner = width - 2 * PAD
    return (
        2 * PAD
        + height_of(folded(part.rubrik, inner, "rubrik"), "rubrik")
        + height_of(folded(part.text, inner, "text"), "text")
    )


def write(canvas: Canvas, part: Figurdel, x: float, y: float, width: float) -> None:
    """A part's words without a box, their top left at x, y."""
    head = folded(part.rubrik, width, "rubrik")
    canvas.text((x, y), head, "rubrik")
    canvas.text((x, y + height_of(head, "rubrik")), folded(part.text, width, "text"), "text")


def place(canvas: Canvas, card: Card, tone: int = 0) -> Card:
    """A box with its words."""
    canvas.box((card.x, card.y), card.width, card.height, tone=tone)
    write(canvas, card.part, card.x + PAD, card.y + PAD, card.width - 2 * PAD)
    return card


def row(canvas: Canvas, parts: Sequence[Figurdel], box: tuple[float, float, float], gap: float = GAP) -> list[Card]:
    """Boxes side by side, all as high as the highest. `box` is x, y and the width to fill."""
    x, y, width = box
    each = (width - gap * (len(parts) - 1)) / len(parts)
    height = max(needed(part, each) for part in parts)
    return [place(canvas, Card(part, x + number * (each + gap), y, each, height)) for number, part in enumerate(parts)]


def stack(canvas: Canvas, parts: Sequence[Figurdel], box: tuple[float, float, float], gap: float = GAP) -> list[Card]:
    """Boxes under each other. `box` is x, y and width."""
    x, y, width = box
    cards = []
    for part in parts:
        cards.append(place(canvas, Card(part, x, y, width, needed(part, width))))
        y = cards[-1].bottom + gap
    return cards


def by_group(parts: Sequence[Figurdel]) -> dict[str, list[Figurdel]]:
    """Parts by the group they name, groups in the order they first come."""
    groups: dict[str, list[Figurdel]] = {}
    for part in parts:
        groups.setdefault(part.grupp or "", []).append(part)
    return groups
