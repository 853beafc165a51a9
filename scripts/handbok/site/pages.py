"""One page per entry, those of its pieces that have pages of their own, and the addresses of all of them."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Entry, Handbook, Kalla
from ..rendering.markdown import first_sentence
from ..rendering.swedish import name_of
from ..rendering.telling import description
from .theme import guarded


@dataclass(frozen=True)
class GeneratedPage:
    """A page that MkDocs is fed: where it lies, its heading, what tells it, and the id of what it shows."""

    address: str
    """From the top of the site, without ending."""
    entry: Entry
    heading: str
    description: str
    shows: str

    @property
    def path(self) -> str:
        """Its path under docs/."""
        return f"{self.address}.md"

    @property
    def markdown(self) -> str:
        """The heading, set off from Markdown's own signs, and one call; parts have contents of their own."""
        heading = re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", self.heading)
        if isinstance(self.entry, Kalla) and self.entry.sprak != "sv":
            heading = f'<span lang="{self.entry.sprak}">{heading}</span>'
        front = f"---\nhide: [toc]\ndescription: {json.dumps(self.description, ensure_ascii=False)}\n---\n"
        return f"{front}\n# {heading}\n\n{{{{ visa('{self.shows}') }}}}\n"


def pages(handbook: Handbook) -> Iterator[GeneratedPage]:
    """The pages of every entry that has one of its own."""
    for entry in handbook:
        yield from pages_of(entry, handbook)


def pages_of(entry: Entry, handbook: Handbook) -> Iterator[GeneratedPage]:
    """The page of an entry and those of its pieces; none when it stands on a page with others."""
    if entry.sida == entry.id:
        yield GeneratedPage(entry.id, entry, name_of(entry, handbook), description(entry), entry.id)
        for name, piece in entry.delsidor.items():
            told = first_sentence(piece.text)
            yield GeneratedPage(f"{entry.id}/{name}", entry, piece.rubrik, told, f"{entry.id}#{name}")


def address(id_: str, handbook: Handbook) -> str | None:
    """The address of an entry from the top of the site: `ovning/swot.html`, with an anchor on shared pages.

    `id#name` is a piece of it: a place on the page, or a page of its own.
    """
    plain, _, anchor = id_.partition("#")
    entry = handbook.entries.get(plain)
    if entry is None:
        return None
    if anchor in entry.delsidor:
        return f"{entry.id}/{anchor}.html"
    anchor = anchor or entry.ankare or ""
    return f"{entry.sida}.html" + (f"#{anchor}" if anchor else "")


def relative(target: str, page: str) -> str:
    """An address from the top of the site as seen from a page: `../ovning/swot.html`."""
    path, mark, anchor = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + anchor


def redirect(old: str, new: str, handbook: Handbook) -> str:
    """The page at an entry's old address: old links and printed QR codes lead on from it, without scripts."""
    goal = relative(address(new, handbook) or "index.html", f"{old}.html")
    return guarded(
        '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>Sidan har flyttat</title>'
        f'<meta http-equiv="refresh" content="0; url={goal}"><link rel="canonical" href="{goal}"></head>'
        f'<body><p>Sidan har flyttat. <a href="{goal}">Gå till den nya sidan</a>.</p></body></html>\n'
    )
