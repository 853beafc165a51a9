"""Figures whose words stand beside the shape: pyramids and rings."""

from __future__ import annotations

from ...model.figur import Figur
from .canvas import Canvas, Path, Spot
from .cards import GAP, PAD, needed, write

_NARROW = 480


def pyramid(canvas: Canvas, figur: Figur) -> float:
    """Layers, the top one narrowest."""
    size, top = _size(canvas), _top(canvas, figur)
    count, spots = len(figur.delar), []
    high = size / count
    for number in range(count):
        upper, lower = size * number / count, size * (number + 1) / count
        y = top + number * high
        sides = f"h{upper:.1f}l{(lower - upper) / 2:.1f} {high - 4:.1f}h{-lower:.1f}z"
        canvas.shapes.append(Path(f"M{(size - upper) / 2:.1f} {y:.1f}{sides}", "yta", number % 3 + 1))
        spots.append((size / 2, y + 0.6 * high))
    return _words(canvas, figur, spots)


def rings(canvas: Canvas, figur: Figur) -> float:
    """Rings in each other, the innermost told first and drawn last."""
    size, top = _size(canvas), _top(canvas, figur)
    count, spots = len(figur.delar), []
    centre = (size / 2, top + size / 2)
    for number in range(count, 0, -1):
        radius = size / 2 * number / count
        canvas.ellipse(centre, radius, radius, tone=number % 3 + 1)
        middle = size / 2 * (number - 0.5) / count if number > 1 else 0.0
        spots.append((centre[0] + middle * 0.7, centre[1] + middle * 0.7 * (2 * (number - 1) / (count - 1) - 1)))
    return _words(canvas, figur, spots[::-1])


def _size(canvas: Canvas) -> float:
    return 260.0 if canvas.width >= _NARROW else 110.0


def _room(canvas: Canvas) -> tuple[float, float]:
    """Where the words begin, and how wide they may be."""
    begins = _size(canvas) + (34 if canvas.width >= _NARROW else 20)
    return begins, canvas.width - begins


def _high(canvas: Canvas, figur: Figur) -> float:
    """How high the words stand."""
    return sum(needed(part, _room(canvas)[1]) for part in figur.delar) + GAP * (len(figur.delar) - 1)


def _top(canvas: Canvas, figur: Figur) -> float:
    """Where the shape begins, so that it stands half-way down its words."""
    return max(0.0, (_high(canvas, figur) - _size(canvas)) / 2) + 4


def _words(canvas: Canvas, figur: Figur, spots: list[Spot]) -> float:
    """The words of each part, and a line to its spot in the shape."""
    begins, room = _room(canvas)
    total = max(_high(canvas, figur), _size(canvas)) + 8
    y = (total - _high(canvas, figur)) / 2
    for part, spot in zip(figur.delar, spots, strict=True):
        height = needed(part, room)
        canvas.line(spot, (begins - 8, y + PAD + 9), role="streck")
        write(canvas, part, begins, y + PAD, room)
        y += height + GAP
    return total
