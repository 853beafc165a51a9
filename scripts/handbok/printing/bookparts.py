"""What a book is made of: chapters, and in them pieces with headings of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from ..model import Entry, Forfattning, Handbook, Steg
from ..rendering import Renderer
from ..rendering.swedish import name_of
from .bookorder import in_order, of_step, page_of, paragraphs, types_in_order
from .bookprose import Prose, read_prose
from .links import Home, anchor_of, bind


@dataclass(frozen=True)
class Piece:
    """An entry, or a page of prose, under a heading; `body` is still as pages have it."""

    id: str
    heading: str
    level: int
    body: Markup
    kind: str
    listed: bool = True
    """Whether the contents name it."""

    @property
    def anchor(self) -> str:
        """Where it stands in the book."""
        return anchor_of(self.id)


@dataclass(frozen=True)
class Chapter:
    """A chapter: `over` is what stands above its heading, `fas` gives its colour."""

    id: str
    title: str
    kind: str
    pieces: tuple[Piece, ...]
    over: str = ""
    fas: str = ""

    @property
    def anchor(self) -> str:
        """Where it begins."""
        return anchor_of(self.id)

    @cached_property
    def places(self) -> frozenset[str]:
        """Everything in it that a link can lead to."""
        return frozenset({self.id, *(piece.id for piece in self.pieces)})


@dataclass(frozen=True)
class Maker:
    """Draws chapters out of one handbook and its pages of prose."""

    renderer: Renderer
    docs: Path

    @property
    def handbook(self) -> Handbook:
        """What is drawn."""
        return self.renderer.handbook

    def whole(self) -> tuple[Chapter, ...]:
        """The whole handbook, with every inner link led home."""
        chapters = (
            self.prose("om/index.html", ["om/index.md"]),
            self.prose("for/index.html", ["for/index.md", *self._pages("for")]),
            self.prose("steg/index.html", ["steg/index.md"]),
            *(self.step(step) for step in self.handbook.all(Steg)),
            *(self.type(kind) for kind in types_in_order()),
        )
        return bound([chapter for chapter in chapters if chapter])

    def step(self, step: Steg) -> Chapter:
        """A step and what is done in it."""
        entries = of_step(self.handbook, step)
        pieces = (self.piece(step, 1, heading=""), *(self.piece(entry, 2) for entry in entries))
        return Chapter(step.id, step.titel, "steg", pieces, step.nummer, step.fas)

    def type(self, kind: type[Entry]) -> Chapter | None:
        """All entries of a type; None when there are none."""
        entries = in_order(self.handbook, kind)
        if not entries:
            return None
        page = page_of(kind)
        prose = read_prose(self.renderer, self.docs, page, lists=False)
        title = prose.title if prose else kind.namn[1].capitalize()
        intro = [_prose_piece(f"{kind.typ}/text", prose, 1)] if prose else []
        pieces = [piece for entry in entries for piece in self._with_paragraphs(entry)]
        return Chapter(page.replace(".md", ".html"), title, kind.typ, (*intro, *pieces))

    def prose(self, id_: str, pages: Iterable[str]) -> Chapter | None:
        """A chapter of prose: the first page gives its name, the others sections."""
        found = [(page, read_prose(self.renderer, self.docs, page)) for page in pages]
        (first, top), *rest = found
        if not top:
            return None
        sections = [_prose_piece(page.replace(".md", ".html"), prose, 2) for page, prose in rest if prose]
        intro = _prose_piece(first.replace(".md", "-text"), top, 1)
        return Chapter(id_, top.title, "prosa", (intro, *sections))

    def piece(self, entry: Entry, level: int, heading: str | None = None, *, listed: bool = True) -> Piece:
        """An entry in full."""
        named = name_of(entry, self.handbook) if heading is None else heading
        return Piece(entry.id, named, level, self.renderer.part(entry), entry.typ, listed)

    def _with_paragraphs(self, entry: Entry) -> Iterator[Piece]:
        """An entry, and if it is an act its paragraphs."""
        listed = not isinstance(entry, Forfattning) or bool(paragraphs(self.handbook, entry))
        yield self.piece(entry, 2, listed=listed and entry.typ in LISTED)
        if isinstance(entry, Forfattning):
            for one in paragraphs(self.handbook, entry):
                yield self.piece(one, 3, listed=False)

    def _pages(self, folder: str) -> list[str]:
        found = sorted((self.docs / folder).glob("*.md"))
        return [f"{folder}/{file.name}" for file in found if file.name != "index.md"]


LISTED = ("fall", "beslutstrad", "kartlaggning", "amne", "roll", "forfattning", "stallning")
"""Types whose entries the contents name one by one; of the others only the chapter."""


def bound(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """The chapters with every link between them led home, and headings moved under those of their pieces."""
    chapters = tuple(chapters)
    places = frozenset().union(*(chapter.places for chapter in chapters))
    return tuple(
        replace(chapter, pieces=tuple(_bound(piece, places) for piece in chapter.pieces)) for chapter in chapters
    )


def _bound(piece: Piece, places: frozenset[str]) -> Piece:
    return replace(piece, body=bind(piece.body, Home(piece.anchor, piece.level - 1, places)))


def _prose_piece(id_: str, prose: Prose, level: int) -> Piece:
    return Piece(id_, prose.title if level > 1 else "", level, prose.body, "prosa")
