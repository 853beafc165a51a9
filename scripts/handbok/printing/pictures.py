"""The first page of a sheet as a small picture for its web page."""

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
        page = document[0]
        large = page.render(scale=2 * WIDTH / page.get_width()).to_pil().convert("RGB")
    file = BytesIO()
    large.reduce(2).quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()
