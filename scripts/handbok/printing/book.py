"""The books: the whole handbook, and a short one for those who decide. Drawn, laid out, kept while unchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import SourcedEntry
from ..rendering import Renderer
from .bookorder import newest_check
from .bookparts import Maker
from .forms import Edition
from .stock import Stock


@dataclass(frozen=True)
class Shelf(Stock):
    """What a book is set with: the same colours and fonts as a sheet, and a style of its own."""

    def style_files(self, paper: str) -> tuple[Path, ...]:
        """The style sheets of a book, in the order in which they apply."""
        names = ("form/variabler.css", "form/typsnitt.css", "tryck/bok.css", f"tryck/{paper}.css")
        return tuple(self.overrides / name for name in dict.fromkeys(names))


def draw_book(renderer: Renderer, docs: Path, edition: Edition) -> str:
    """The whole handbook as one HTML document, without style."""
    return renderer.draw("tryck/bok.html", kapitel=Maker(renderer, docs).whole(), **facts(renderer, edition))


def facts(renderer: Renderer, edition: Edition) -> Mapping[str, Any]:
    """What a book says of itself: the day of its content, never the day of the clock."""
    sourced = [entry for entry in renderer.handbook if isinstance(entry, SourcedEntry)]
    unsure = [entry for entry in sourced if getattr(entry, "sakerhet", "") == "att-verifiera"]
    return {
        "datum": newest_check(sourced),
        "antal": len(sourced),
        "osakra": len(unsure),
        "kommun": edition.kommun,
        "adress": edition.site_url,
    }
