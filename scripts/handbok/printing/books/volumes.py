"""The books of the handbook as sheaves of HTML: the whole, and the short one for those who decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ...model import SourcedEntry
from ...rendering import Renderer
from ..forms import Edition
from .chapters import Chapter, Maker
from .links import Home, bind
from .order import newest_check
from .shelf import Book

TITLE = "Stad för stad"
LONGEST = 180_000
"""Characters of HTML in a sheaf, about thirty pages."""


@dataclass(frozen=True)
class Drawer:
    """Draws the sheaves of a book."""

    renderer: Renderer
    edition: Edition
    title: str
    under: str

    def sheaf(self, template: str, **variables: Any) -> str:
        """One sheaf: a template of overrides/tryck/bok/ in the frame of a document."""
        return self.renderer.draw(
            "tryck/bok.html", mall=template, titel=self.title, under=self.under, **self.facts(), **variables
        )

    def chapters(self, chapters: tuple[Chapter, ...]) -> Iterator[str]:
        """Each chapter, a long one in several sheaves."""
        for chapter in chapters:
            for part in split(chapter):
                yield self.sheaf("kapitel", denna=part)

    def facts(self) -> Mapping[str, Any]:
        """What a book says of itself: the day of its content, never the day of the clock."""
        sourced = [entry for entry in self.renderer.handbook if isinstance(entry, SourcedEntry)]
        unsure = [entry for entry in sourced if getattr(entry, "sakerhet", "") == "att-verifiera"]
        return {
            "datum": newest_check(sourced),
            "antal": len(sourced),
            "osakra": len(unsure),
            "hjalp": bind(self.renderer.draw("innehall/delar/hjalp.html"), Home("hjalp", 0, ())),
            "kommun": self.edition.printed.kommun,
            "adress": self.edition.printed.site_url,
        }


def whole_book(renderer: Renderer, docs: Path, edition: Edition) -> Book:
    """The whole handbook."""
    drawer = Drawer(renderer, edition, f"{TITLE} – handboken", "Handboken")
    chapters = Maker(renderer, docs).whole()
    sheaves = (
        drawer.sheaf("omslag"),
        drawer.sheaf("innehall", kapitel=chapters),
        *drawer.chapters(chapters),
        drawer.sheaf("kolofon"),
    )
    return Book("handboken", drawer.title, sheaves)


def short_book(renderer: Renderer, docs: Path, edition: Edition) -> Book:
    """The short book: what it is, what it takes, a page for each step, what the law asks, how to begin."""
    drawer = Drawer(renderer, edition, f"{TITLE} – i korthet", "I korthet, för dig som beslutar")
    chapters = Maker(renderer, docs).short()
    sheaves = (
        drawer.sheaf("omslag", kapitel=chapters),
        *(drawer.sheaf("kapitel", denna=chapter) for chapter in chapters),
        drawer.sheaf("kolofon"),
    )
    return Book("handboken-kort", drawer.title, sheaves)


def split(chapter: Chapter) -> Iterator[Chapter]:
    """A chapter in stretches that can be set by themselves; each begins with a piece of the second level."""
    stretch: list[Any] = []
    size, first = 0, True
    for piece in chapter.pieces:
        if size > LONGEST and piece.level <= 2:
            yield replace(chapter, pieces=tuple(stretch), begins=first)
            stretch, size, first = [], 0, False
        stretch.append(piece)
        size += len(piece.body)
    yield replace(chapter, pieces=tuple(stretch), begins=first)
