"""An A3 sheet on A4: the finished file once more, 1:√2, so that what fits the one fits the other."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Object, Page, Pdf

from .saving import saved

A4 = (841.8898, 595.2756)
"""Points: the long side and the short one."""


def on_a4(pdf: bytes) -> bytes:
    """The same pages with the same tags and bookmarks on A4; all pages lie the same way."""
    with Pdf.open(BytesIO(pdf)) as document:
        old = [float(side) for side in document.pages[0].mediabox[2:]]
        new = A4 if old[0] > old[1] else A4[::-1]
        scale = new[0] / old[0], new[1] / old[1]
        for page in document.pages:
            _shrink(page, new, scale)
        for thing in document.objects:
            if isinstance(thing, Dictionary):
                _move(thing, scale)
        return saved(document)


def _shrink(page: Page, size: Sequence[float], scale: tuple[float, float]) -> None:
    page.contents_add(f"q {scale[0]:.6f} 0 0 {scale[1]:.6f} 0 0 cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    for box in ("/MediaBox", "/BleedBox", "/TrimBox"):
        page[box] = Array([0, 0, *size])


def _move(thing: Object, scale: tuple[float, float]) -> None:
    """Where a bookmark leads, and where a tagged picture is, move with what they show."""
    if "/Dest" in thing:
        page, kind, left, top, zoom = list(thing.Dest)
        thing.Dest = Array([page, kind, _times(left, scale[0]), _times(top, scale[1]), zoom])
    told = thing.get("/A")
    if isinstance(told, Dictionary) and "/BBox" in told:
        told.BBox = Array([_times(side, scale[number % 2]) for number, side in enumerate(list(told.BBox))])


def _times(length: object, scale: float) -> float:
    return round(float(str(length)) * scale, 4)
