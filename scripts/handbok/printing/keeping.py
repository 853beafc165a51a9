"""What is kept between builds: written whole, thrown away oldest first."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path


def keep(file: Path, content: bytes) -> None:
    """Write beside and rename, so that a killed build leaves no half file in the cache."""
    beside = file.with_suffix(file.suffix + ".ny")
    beside.write_bytes(content)
    beside.replace(file)


def tidy(folder: Path, asked: Container[Path], most: int) -> None:
    """Drop what a killed build left half written, and of what is not asked for all but the newest `most` files."""
    files = [file for file in folder.iterdir() if file.is_file() and file not in asked]
    files.sort(key=lambda file: file.stat().st_mtime, reverse=True)
    for number, file in enumerate(files):
        if number >= most or file.suffix == ".ny":
            file.unlink(missing_ok=True)
