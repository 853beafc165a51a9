"""How each kind of figure is laid out. Every function draws on a canvas of any width and tells how high it became."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin

from ...model.figur import Figur
from .beside import pyramid, rings
from .canvas import Canvas, Path, Spot, folded, height_of
from .cards import ARROW, GAP, PAD, Card, by_group, needed, place, row, stack, write
from .flows import flow

TOP = 4.0
_NARROW = 480
"""Below this a figure is laid out as for a phone."""


def _head(canvas: Canvas, figur: Figur) -> float:
    """The middle's text over the figure; where the rest begins."""
    lines = folded(figur.mitten, canvas.width - 2 * PAD, "mitten")
    canvas.text((canvas.width / 2, TOP), lines, "mitten", "middle")
    return TOP + height_of(lines, "mitten") + (GAP if lines else 0)


def _down(canvas: Canvas, one: Card, other: Card, text: str | None = None) -> None:
    """An arrow from a box to the one beneath, with a few words beside it."""
    canvas.line((one.middle, one.bottom + 3), (other.middle, other.y - 3), role="pil")
    canvas.text((one.middle + 10, one.bottom + 8), folded(text, 120, "pil"), "pil")


def path(canvas: Canvas, figur: Figur) -> float:
    """Stations on a way, a row (a stack on a phone) for each group; later groups lead up to the first."""
    y = TOP
    ways = {(way.fran, way.till): way.text for way in figur.pilar}
    for number, (group, parts) in enumerate(by_group(figur.delar).items()):
        if number:
            middle = canvas.width / 2
            up = next((way.text for way in figur.pilar if way.fran == parts[0].namn), None)
            canvas.line((middle, y + ARROW), (middle, y + 4), role="pil")
            canvas.text((middle + 10, y + 10), folded(up, 160, "pil"), "pil")
            y += ARROW + 4
        canvas.text((0, y), folded(group, canvas.width, "grupp"), "grupp")
        y += 22 if group else 0
        if canvas.width < _NARROW:
            cards = stack(canvas, parts, (0, y, canvas.width), ARROW)
            for one, other in pairwise(cards):
                _down(canvas, one, other, ways.get((one.part.namn, other.part.namn)))
        else:
            cards = row(canvas, parts, (0, y, canvas.width), ARROW + 4)
            for one, other in pairwise(cards):
                canvas.line((one.right + 3, one.centre), (other.x - 3, other.centre), role="pil")
        y = max(card.bottom for card in cards) + GAP
    return y - GAP


def circle(canvas: Canvas, figur: Figur) -> float:
    """Parts that follow each other without end, round a middle."""
    if canvas.width < _NARROW:
        return _circle_as_stack(canvas, figur)
    width = 210.0
    height = max(needed(part, width) for part in figur.delar)
    across, down = (canvas.width - width) / 2 - 2, max(150.0, height * 1.4)
    centre = (canvas.width / 2, down + height / 2 + TOP)
    canvas.ellipse(centre, across, down, "linje")
    count = len(figur.delar)
    for number, part in enumerate(figur.delar):
        angle = 2 * pi * number / count - pi / 2
        x, y = _on_ellipse(centre, (across, down), angle)
        place(canvas, Card(part, x - width / 2, y - height / 2, width, height))
        turn = angle + pi / count
        ends = [_on_ellipse(centre, (across, down), turn + step) for step in (-0.02, 0.02)]
        canvas.line(*ends, role="pil")
    canvas.text((centre[0], centre[1] - 10), folded(figur.mitten, 200, "mitten"), "mitten", "middle")
    return centre[1] + down + height / 2


def _circle_as_stack(canvas: Canvas, figur: Figur) -> float:
    """The same on a phone: under each other, with a way back at the side."""
    y = _head(canvas, figur)
    cards = stack(canvas, figur.delar, (26, y, canvas.width - 26), ARROW)
    for one, other in pairwise(cards):
        _down(canvas, one, other)
    first, last = cards[0], cards[-1]
    canvas.line((last.x, last.centre), (8, last.centre), (8, first.centre), (first.x - 3, first.centre), role="pil")
    return last.bottom


def _on_ellipse(centre: Spot, radii: Spot, angle: float) -> Spot:
    return centre[0] + radii[0] * cos(angle), centre[1] + radii[1] * sin(angle)


def pillars(canvas: Canvas, figur: Figur) -> float:
    """Pillars side by side under a roof."""
    width = canvas.width
    roof = folded(figur.mitten, width * 0.6, "mitten")
    high = height_of(roof, "mitten") + 44
    canvas.shapes.append(Path(f"M0 {high:.1f}L{width / 2:.1f} {TOP}L{width:.1f} {high:.1f}z", "yta", 1))
    canvas.text((width / 2, high - height_of(roof, "mitten") - 6), roof, "mitten", "middle")
    if width < _NARROW:
        cards = stack(canvas, figur.delar, (8, high + 6, width - 16), 6)
    else:
        cards = row(canvas, figur.delar, (width * 0.02, high + 6, width * 0.96))
    floor = max(card.bottom for card in cards)
    canvas.box((0, floor + 6), width, 18, "yta", 1)
    return floor + 24


def wheel(canvas: Canvas, figur: Figur) -> float:
    """Spokes from a hub; on a phone branches from a trunk."""
    if canvas.width < _NARROW:
        return _branches(canvas, figur)
    count, width = len(figur.delar), 150.0
    height = max(needed(part, width) for part in figur.delar)
    across, down = (canvas.width - width) / 2, max(height * 0.31 * count, 170.0)
    centre = (canvas.width / 2, TOP + down + height / 2)
    spots = [_on_ellipse(centre, (across, down), 2 * pi * number / count - pi / 2) for number in range(count)]
    for spot in spots:
        canvas.line(centre, spot)
    canvas.ellipse(centre, 84, 84, tone=1)
    hub = folded(figur.mitten, 140, "mitten")
    canvas.text((centre[0], centre[1] - height_of(hub, "mitten") / 2), hub, "mitten", "middle")
    for part, (x, y) in zip(figur.delar, spots, strict=True):
        place(canvas, Card(part, x - width / 2, y - height / 2, width, height))
    return centre[1] + down + height / 2


def _branches(canvas: Canvas, figur: Figur) -> float:
    y = _head(canvas, figur)
    cards = stack(canvas, figur.delar, (28, y, canvas.width - 28), 10)
    canvas.line((10, y - 8), (10, cards[-1].centre))
    for card in cards:
        canvas.line((10, card.centre), (card.x, card.centre))
    return cards[-1].bottom


def stairs(canvas: Canvas, figur: Figur) -> float:
    """Steps from the lowest on the left to the highest on the right; on a phone the highest on top."""
    y, count = _head(canvas, figur), len(figur.delar)
    if canvas.width < _NARROW:
        for number, part in enumerate(reversed(figur.delar)):
            indent = 18.0 * (count - 1 - number)
            width = canvas.width - indent
            y = place(canvas, Card(part, indent, y, width, needed(part, width)), number % 2).bottom + 3
        return y
    each, rise = canvas.width / count, 44.0
    height = max(needed(part, each) for part in figur.delar)
    for number, part in enumerate(figur.delar):
        top = y + rise * (count - 1 - number)
        place(canvas, Card(part, number * each, top, each - 3, height + rise * number), number % 2)
    return y + rise * (count - 1) + height


def organisation(canvas: Canvas, figur: Figur) -> float:
    """Frames for groups, one under the other, boxes in rows within; an arrow from frame to frame."""
    y, most = TOP, 3 if canvas.width >= _NARROW else 1
    for number, (group, parts) in enumerate(by_group(figur.delar).items()):
        if number:
            canvas.line((canvas.width / 2, y + 3), (canvas.width / 2, y + ARROW - 3), role="pil")
            y += ARROW
        top, frame = y, len(canvas.shapes)
        canvas.text((PAD + 2, top + PAD), folded(group, canvas.width, "grupp"), "grupp")
        y += 30 if group else PAD
        for first in range(0, len(parts), most):
            cards = row(canvas, parts[first : first + most], (PAD, y, canvas.width - 2 * PAD))
            y = cards[0].bottom + GAP
        y += PAD - GAP
        canvas.box((0, top), canvas.width, y - top, "ram")
        canvas.shapes.insert(frame, canvas.shapes.pop())
    return y


def timeline(canvas: Canvas, figur: Figur) -> float:
    """What happened, oldest first, along a line; the year stands in the heading."""
    y, width = TOP, canvas.width - 32 - 2 * PAD
    for part in figur.delar:
        canvas.ellipse((10, y + 10), 6, 6, tone=2)
        write(canvas, part, 32, y, width)
        y += needed(part, width + 2 * PAD) - 2 * PAD + 16
    canvas.shapes.insert(0, Path(f"M10 {TOP + 8:.1f}V{y - 16:.1f}", "linje"))
    return y - 12


KINDS: dict[str, Callable[[Canvas, Figur], float]] = {
    "vag": path, "cirkel": circle, "pelare": pillars, "hjul": wheel, "trappa": stairs, "pyramid": pyramid,
    "ringar": rings, "flode": flow, "organisation": organisation, "tidslinje": timeline,
}  # fmt: skip
