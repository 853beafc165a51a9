"""A flow: boxes in ranks, each under what leads to it, with ways forward between ranks and ways back at the side."""

from __future__ import annotations

from ...model.figur import Figur
from .canvas import Canvas, folded
from .cards import ARROW, GAP, Card, row

_LANE = 22
"""Room at the side for ways back."""


def flow(canvas: Canvas, figur: Figur) -> float:
    """Draw it; parts of the same rank stand side by side."""
    ranks = _ranks(figur)
    width = canvas.width - (_LANE if _ways_back(figur) else 0)
    cards: dict[str, Card] = {}
    y = 4.0
    for rank in range(max(ranks.values()) + 1):
        parts = [part for part in figur.delar if ranks[part.namn] == rank]
        for card in row(canvas, parts, (0, y, width), GAP):
            cards[card.part.namn] = card
            y = card.bottom + ARROW + 6
    for way in figur.pilar:
        one, other = cards[way.fran], cards[way.till]
        if ranks[way.till] > ranks[way.fran]:
            _forward(canvas, one, other, way.text)
        else:
            side = canvas.width - 6
            canvas.line(
                (one.right, one.centre),
                (side, one.centre),
                (side, other.centre),
                (other.right + 3, other.centre),
                role="pil",
            )
            canvas.text((side - 14, one.y - 20), folded(way.text, 130, "pil"), "pil", "end")
    return y - ARROW - 6


def _forward(canvas: Canvas, one: Card, other: Card, text: str | None) -> None:
    """From the lower edge of one to the upper edge of the other, as straight as it goes."""
    left, right = max(one.x, other.x), min(one.right, other.right)
    x = (left + right) / 2
    canvas.line((x, one.bottom + 2), (x, other.y - 3), role="pil")
    if x + 150 < canvas.width:
        canvas.text((x + 8, one.bottom + 9), folded(text, 150, "pil"), "pil")
    else:
        canvas.text((x - 8, one.bottom + 9), folded(text, 150, "pil"), "pil", "end")


def _ranks(figur: Figur) -> dict[str, int]:
    """How many ways lead to each part from the start, by the longest; ways back do not count."""
    back = _ways_back(figur)
    forward = [(way.fran, way.till) for way in figur.pilar if (way.fran, way.till) not in back]
    ranks = {part.namn: 0 for part in figur.delar}
    for _ in figur.delar:
        for origin, goal in forward:
            ranks[goal] = max(ranks[goal], ranks[origin] + 1)
    return ranks


def _ways_back(figur: Figur) -> set[tuple[str, str]]:
    """The ways that lead to a part one has already passed, walking from each part in the order they are told."""
    onward = {part.namn: [way.till for way in figur.pilar if way.fran == part.namn] for part in figur.delar}
    found: set[tuple[str, str]] = set()
    done: set[str] = set()

    def walk(name: str, passed: tuple[str, ...]) -> None:
        for goal in onward[name]:
            if goal in (*passed, name):
                found.add((name, goal))
            elif goal not in done:
                walk(goal, (*passed, name))
        done.add(name)

    for name in onward:
        if name not in done:
            walk(name, ())
    return found
