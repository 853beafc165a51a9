"""One page per entry, and the addresses of all of them."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Entry, Handbook, Kalla
from ..rendering.swedish import name_of
from ..rendering.telling import description
from .theme import guarded


@dataclass(frozen=True)
class GeneratedPage:
    """A page that MkDocs is fed: its path under docs/ and its Markdown."""

    path: str
    entry: Entry
    markdown: str


def pages(handbook: Handbook) -> Iterator[GeneratedPage]:
    """The page of every entry that has one of its own: its heading and one call, nothing else."""
    for entry in handbook:
        if entry.sida == entry.id:
            yield GeneratedPage(f"{entry.id}.md", entry, _markdown(entry, handbook))


def _markdown(entry: Entry, handbook: Handbook) -> str:
    """The heading is set off from Markdown's own signs; the right-hand contents are left out: parts have their own."""
    heading = re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", name_of(entry, handbook))
    front = f"---\nhide: [toc]\ndescription: {json.dumps(description(entry), ensure_ascii=False)}\n---\n"
    if isinstance(entry, Kalla) and entry.sprak != "sv":
        heading = f'<span lang="{entry.sprak}">{heading}</span>'
    return f"{front}\n# {heading}\n\n{{{{ visa('{entry.id}') }}}}\n"


def address(id_: str, handbook: Handbook) -> str | None:
    """The address of an entry from the top of the site: `ovning/swot.html`, with an anchor on shared pages."""
    plain, _, anchor = id_.partition("#")
    entry = handbook.entries.get(plain)
    if entry is None:
        return None
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
