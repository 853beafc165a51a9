"""QR codes as small pictures, a few points a module, so that a finished file can be given another in its place."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import segno
from markupsafe import Markup, escape
from PIL import Image

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

QUIET = 2
"""Modules of white around a code."""
POINTS = 4
"""How many points wide a module is: a screen or a scanner that makes the sheet smaller then has some to weigh."""
NAME = "QR-kod till bladets sida"
"""What a screen reader says."""


@cache
def pixels(address: str) -> bytes:
    """The points of a code, row by row: a byte for each, black or white. It is as wide as it is high."""
    rows = segno.make(address, error="m").matrix_iter(scale=POINTS, border=QUIET)
    return b"".join(bytes(0 if module else 255 for module in row) for row in rows)


def qr_code(address: str) -> Markup:
    """The code as a picture in the text of a page."""
    drawing, points = BytesIO(), pixels(address)
    Image.frombytes("L", (_side(points),) * 2, points).save(drawing, "PNG")
    source = "data:image/png;base64," + b64encode(drawing.getvalue()).decode()
    return Markup('<img src="{}" alt="{}">').format(source, escape(NAME))


def change_codes(document: Pdf, addresses: Mapping[str, str]) -> None:
    """Give each code in a file that leads to one of the old addresses the new one instead."""
    changed = {pixels(old): pixels(new) for old, new in addresses.items()}
    for page in document.pages:
        for picture in page.get_images(recursive=False).values():
            if picture.get("/Width") == picture.get("/Height") and (points := changed.get(picture.read_bytes())):
                _redraw(picture, points)


def _redraw(picture: Object, points: bytes) -> None:
    picture.write(points)
    picture.Width = picture.Height = _side(points)


def _side(points: bytes) -> int:
    return int(len(points) ** 0.5)
