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
    small = large.resize((WIDTH, round(large.height * WIDTH / large.width)), Image.Resampling.LANCZOS)
    file = BytesIO()
    small.quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
