"""What a telephone reads off a printed page, by zbar."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from handbok.setup.places import zbarimg


def drawn(file: Path, dpi: int, page: int = 0) -> Image.Image:
    """A page as it looks on paper."""
    with pypdfium2.PdfDocument(file) as pdf:
        return pdf[page].render(scale=dpi / 72).to_pil().convert("RGB")


def codes_on(file: Path, page: int = 0, dpi: int = 150) -> list[str]:
    """Where the QR codes of a page lead."""
    program = zbarimg()
    assert program
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "sida.png"
        drawn(file, dpi, page).save(picture)
        command = [program, "--quiet", "--raw", picture]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.split()
