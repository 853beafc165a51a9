"""What a book is, and what it is set with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..stock import Stock

STYLE = "bok"
"""The style sheet overrides/tryck/bok.css."""


@dataclass(frozen=True)
class Shelf(Stock):
    """What a book is set with: the colours and fonts of a sheet, and a style of its own."""

    def style_files(self, paper: str) -> tuple[Path, ...]:
        """The style sheets of a book, in the order in which they apply."""
        names = ("form/variabler.css", "form/typsnitt.css", f"tryck/{paper}.css")
        return tuple(self.overrides / name for name in names)

    def code(self) -> tuple[Path, ...]:
        """The modules that make a book."""
        return (*super().code(), *sorted(Path(__file__).parent.glob("*.py")))


@dataclass(frozen=True)
class Book:
    """A book to set: its file name, its title, and its sheaves as HTML without page numbers."""

    name: str
    title: str
    sheaves: tuple[str, ...]
