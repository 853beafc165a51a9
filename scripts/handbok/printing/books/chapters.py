"""What a book is made of: chapters, and in them pieces with headings of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ...model import Entry, Forfattning, Handbook, Steg
from ...rendering import Renderer
from ...rendering.swedish import name_of
from .links import Home, anchor_of, bind
from .order import in_order, of_step, page_of, paragraphs, types_in_order
from .prose import Prose, read_prose


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
    begins: bool = True
    """False for a later stretch of a chapter that is set in several."""

    @property
    def name(self) -> str:
        """`Steg 1: Identifiera utgångspunkten`."""
        return f"{self.over}: {self.title}" if self.over else self.title

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

    def short(self) -> tuple[Chapter, ...]:
        """What somebody who decides has to know: prose of hers, and chosen fields of the steps and of the law."""
        steps = self.handbook.all(Steg)
        chapters = (
            self.prose("om/index.html", ["om/index.md"]),
            self.prose("for/beslutsfattare.html", ["for/beslutsfattare.md"]),
            self._drawn("tid", "Vad det tar: tid och människor", "tid", steg=steps),
            *(self._drawn(step.id, step.titel, "stegkort", step, denna=step) for step in steps),
            self._drawn("lag", "Vad lagen begär", "lagkort", steg=steps),
            self._drawn("borja", "Så börjar ni", "borja", denna=steps[0]) if steps else None,
        )
        return bound([chapter for chapter in chapters if chapter])

    def _drawn(self, id_: str, title: str, template: str, step: Steg | None = None, **variables: Any) -> Chapter:
        """A chapter out of a template of overrides/tryck/bok/."""
        body = Markup(self.renderer.draw(f"tryck/bok/{template}.html", **variables))
        over, phase = (step.nummer, step.fas) if step else ("", "")
        return Chapter(id_, title, template, (Piece(f"{id_}-text", "", 1, body, template),), over, phase)

    def step(self, step: Steg) -> Chapter:
        """A step and what is done in it."""
        entries = of_step(self.handbook, step)
        pieces = (self.piece(step, 1, heading=""), *(self.piece(entry, 2) for entry in entries))
        return Chapter(step.id, step.titel, "steg", pieces, step.nummer, step.fas)

    def type(self, kind: type[Entry]) -> Chapter | None:
        """All entries of a type; None when there are none, or nothing that draws them."""
        entries = in_order(self.handbook, kind)
        if not entries or not self.renderer.has_part(kind):
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
        brief = entry.typ in BRIEF
        part = Markup(self.renderer.draw(f"tryck/bok/{entry.typ}.html", denna=entry)) if brief else None
        return Piece(entry.id, named, level, part or self.renderer.part(entry, hel=True), entry.typ, listed)

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


COMPACT = ("forfattning", "lagrum", "lagandring", "begrepp", "kalla", "kontakt", "mall")
"""Types that are looked up rather than read: their facts are set as running text."""
EVERYWHERE = ("hjalp", "pa-sidan", "dold", "stallningar__led", "trad__vag", "trad__integritet",
              "bladkort__bild", "vagen__fas--samma", "kallfil", "skriv",
              "figur__bild--smal", "figur__text")  # fmt: skip
"""What a page needs and a book does not: help stands once, in front, and the contents are the way in."""
LEAVES_OUT = {
    "forfattning": ("poster--lagrum",),
    "lagrum": ("lagrum__rad", "barn", "underlag"),
    "kontakt": ("barn",),
    "kalla": ("lankar",),
}
"""What a chapter says once instead of at every entry, or what follows it in full."""
BRIEF = ("mall",)
"""Types of which a book only tells what there is: overrides/tryck/bok/<typ>.html; a sheet has its own print."""
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
    leaves_out = (*EVERYWHERE, *LEAVES_OUT.get(piece.kind, ()))
    home = Home(piece.anchor, piece.level - 1, places, leaves_out, run_in=piece.kind in COMPACT)
    return replace(piece, body=bind(piece.body, home))


def _prose_piece(id_: str, prose: Prose, level: int) -> Piece:
    return Piece(id_, prose.title if level > 1 else "", level, prose.body, "prosa")
