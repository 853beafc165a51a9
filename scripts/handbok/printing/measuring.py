"""Whether each text fits its box, each note its area and each sign its font.

WeasyPrint cuts or overprints in silence, so the laid-out boxes are walked: none may reach outside its parent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from .glyphs import lacking
from .stock import Stock

MM = 96 / 25.4
"""WeasyPrint's pixels in a millimetre."""
SLACK = 1.0
"""Pixels that rounding may take."""
NOTE = 76
"""Millimetres: the side of a sticky note."""
LINE = 3.5
"""Millimetres: the least height of a field to fill in on screen."""


@dataclass(frozen=True)
class Fault:
    """Something wrong with a printed sheet, at a field of its entry."""

    field: tuple[str | int, ...]
    rule: str
    message: str


@dataclass(frozen=True)
class Spot:
    """The part of a sheet that a box stands in: what it is called, and its field in the entry."""

    name: str = "bladet"
    field: str = "rubrik"

    def fault(self, rule: str, message: str) -> Fault:
        """A fault here."""
        path = tuple(int(part) if part.isdigit() else part for part in self.field.split("."))
        return Fault(path, rule, f"{self.name} {message}")


@dataclass
class Findings:
    """What one walk over the boxes brings home: the worst of each kind for each part of the sheet."""

    surplus: dict[Spot, tuple[float, str, str]] = field(default_factory=dict)
    missing: dict[str, Spot] = field(default_factory=dict)
    small: dict[Spot, tuple[float, float]] = field(default_factory=dict)
    flat: dict[Spot, float] = field(default_factory=dict)


def measure(document: Any, size: str, notes: bool, stock: Stock) -> Iterator[Fault]:
    """What does not fit on the pages of a laid-out document; `notes` asks for room for sticky notes too."""
    found = Findings()
    for page in document.pages:
        for box, parent, spot in _walk(page._page_box, None, Spot()):
            _compare(box, parent, spot, found)
            _spell(box, spot, found, stock)
            if box.element is not None and "skrivfalt" in box.element.get("class", "") and box.height < LINE * MM:
                found.flat.setdefault(spot, box.height / MM)
            if notes and isinstance(box, boxes.BlockBox) and "data-lappar" in box.element.attrib:
                found.small.setdefault(spot, (box.padding_width() / MM, box.padding_height() / MM))
    yield from (_too_big(size, spot, *worst) for spot, worst in found.surplus.items())
    yield from (_no_glyph(sign, spot) for sign, spot in found.missing.items())
    yield from (_no_line(spot, height) for spot, height in found.flat.items() if spot not in found.surplus)
    yield from (_no_note(spot, *area) for spot, area in found.small.items() if min(area) < NOTE)


def _walk(box: Any, parent: Any, spot: Spot) -> Iterator[tuple[Any, Any, Spot]]:
    """Every box with the block that it must fit in; pseudo-elements outside the flow are ornaments and left alone."""
    element = getattr(box, "element", None)
    if element is not None and "data-ryms" in element.attrib:
        spot = Spot(element.attrib["data-ryms"], element.attrib["data-falt"])
    yield box, parent, spot
    block = isinstance(box, boxes.BlockLevelBox | boxes.BlockContainerBox)
    for child in getattr(box, "children", ()):
        if isinstance(child, AbsolutePlaceholder):
            if "::" not in child._box.element_tag:
                yield from _walk(child._box, None, spot)
        elif not child.is_floated():
            yield from _walk(child, box if block else parent, spot)


def _compare(box: Any, parent: Any, spot: Spot, found: Findings) -> None:
    """Note how far a box reaches outside its parent."""
    if parent is None or isinstance(parent, boxes.PageBox):
        return
    left, top = parent.content_box_x(), parent.content_box_y()
    x, y, width, height = _extent(box)
    wide = max(x + width - left - parent.width, left - x) if width else 0
    high = max(y + height - top - parent.height, top - y) if height else 0
    for too_much, way in ((wide, "brett"), (high, "högt")):
        if too_much > max(SLACK, found.surplus.get(spot, (0.0,))[0]):
            found.surplus[spot] = (too_much, way, _words(box))


def _extent(box: Any) -> tuple[float, float, float, float]:
    """Where a box lies and how large it is: text counts sideways, its line upright."""
    if isinstance(box, boxes.TextBox):
        return box.position_x, box.position_y, box.width, 0
    if isinstance(box, boxes.LineBox):
        return box.position_x, box.position_y, 0, box.height
    if isinstance(box, boxes.BlockLevelBox | boxes.AtomicInlineLevelBox):
        return box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()
    return 0, 0, 0, 0


def _spell(box: Any, spot: Spot, found: Findings, stock: Stock) -> None:
    """Note the signs that a text's font lacks."""
    if isinstance(box, boxes.TextBox):
        for sign in lacking(box.text, box.style["font_family"][0], stock):
            found.missing.setdefault(sign, spot)


def _words(box: Any) -> str:
    """The beginning of what is written in a box."""
    parts = box.descendants() if isinstance(box, boxes.ParentBox) else (box,)
    words = " ".join(part.text for part in parts if isinstance(part, boxes.TextBox))
    return words if len(words) <= 40 else words[:39].rstrip() + "…"


def _too_big(size: str, spot: Spot, too_much: float, way: str, words: str) -> Fault:
    told = f"ryms inte på {size}-bladet: innehållet är {max(too_much / MM, 1):.0f} mm för {way}"
    where = f" vid ”{words}”" if words else ""
    return spot.fault("text-ryms-inte", f"{told}{where}. Korta texten eller ge området mer plats.")


def _no_glyph(sign: str, spot: Spot) -> Fault:
    told = f"har tecknet ”{sign}” (U+{ord(sign):04X}), som inte finns i bladens typsnitt. Skriv det på ett annat sätt."
    return spot.fault("tecken-saknas", told)


def _no_note(spot: Spot, width: float, height: float) -> Fault:
    told = f"har {width:.0f} × {height:.0f} mm att skriva på, för lite för lappar på {NOTE} mm."
    return spot.fault("lapp-ryms-inte", f"{told} Gör området större eller skriv ”lappar: nej”.")


def _no_line(spot: Spot, height: float) -> Fault:
    told = f"har fält på {max(height, 0):.0f} mm att skriva i på skärm, för lite för en rad."
    return spot.fault(
        "falt-ryms-inte", f"{told} Gör området större, eller skriv ”ifylls: nej” om listan bara ska läsas."
    )
