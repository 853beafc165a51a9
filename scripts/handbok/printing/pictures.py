"""Pages of a sheet as small pictures: the first for its web page, all of them to compare."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
from PIL import Image

WIDTH = 640
"""Pixels."""
COLOURS = 64
"""Enough for flat tints and smooth letters."""


def picture(pdf: bytes) -> bytes:
    """A PNG of the first page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return _png(document[0])


def pages(pdf: bytes) -> list[bytes]:
    """A PNG of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_png(document[number]) for number in range(len(document))]


def _png(page: pypdfium2.PdfPage) -> bytes:
    drawn = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    file = BytesIO()
    drawn.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()
