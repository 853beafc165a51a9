"""A sheaf: a chapter or a stretch of one, laid out by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .shelf import Shelf

_INNER = re.compile(r'<a(?P<before>[^>]*?) href="#(?P<anchor>[^"]+)"(?P<after>[^>]*)>(?P<text>.*?)</a>', re.DOTALL)
_TOLD = re.compile(r'class="[^"]*\b(sida|inom)\b')
_ANCHOR = re.compile(r' id="([^"]+)"')
UNKNOWN = 100
"""The page that stands where the right one is not known yet: most have three figures."""


@dataclass(frozen=True)
class Task:
    """A sheaf to set, and where to put it."""

    html: str
    shelf: Shelf
    file: Path
    write: bool = True
    """False when only the pages are to be counted: writing takes a third of the time."""

    @property
    def goal(self) -> Path:
        """What is there when the task is done."""
        return self.file if self.write else self.file.with_suffix(".json")


@dataclass(frozen=True)
class Sheaf:
    """A sheaf that is set: its file, how many pages it has, and on which of them each place is."""

    file: Path
    pages: int
    places: Mapping[str, int]

    @classmethod
    def read(cls, file: Path) -> Sheaf:
        """What a worker left behind."""
        facts = json.loads(file.with_suffix(".json").read_text("utf-8"))
        return cls(file, facts["sidor"], facts["platser"])

    def facts(self) -> bytes:
        """The same, to leave beside the file."""
        return json.dumps({"sidor": self.pages, "platser": dict(self.places)}).encode()


def numbered(html: str, start: int, numbers: Mapping[str, int]) -> str:
    """A sheaf's HTML with its first page, and with the page of everything that it refers to."""
    own = set(_ANCHOR.findall(html))

    def refer(link: re.Match[str]) -> str:
        anchor, page = link["anchor"], str(numbers.get(link["anchor"], UNKNOWN))
        target = f"#{anchor}" if anchor in own else f"inom:{anchor}"
        opening = f'<a{link["before"]} href="{target}" data-sida="{page}"{link["after"]}>'
        told = _page(page) if _TOLD.search(opening) else ""
        return f"{opening}{link['text']}</a>{told}"

    side = "right" if start % 2 else "left"
    head = f"<style>html {{ break-before: {side} }} @page :first {{ counter-reset: page {start} }}</style></head>"
    return _INNER.sub(refer, html).replace("</head>", head, 1)


def _page(page: str) -> str:
    """` (s. 34)`, as wide as ` (s. 100)`: or else a number that changes moves lines, and these the pages again."""
    unseen = "0" * (len(str(UNKNOWN)) - len(page))
    filled = f'<i class="fyll">{unseen}</i>' if unseen else ""
    return f'<span class="plats"> (s.\N{NO-BREAK SPACE}{filled}{page})</span>'
