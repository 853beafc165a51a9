"""The links of a Markdown text, as far as rules need to know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINK = re.compile(
    r"\]\(\s*<?([^)>]*)>?\s*\)|<([a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*)>|^\s*\[[^\]]+\]:\s*(\S+)", re.MULTILINE
)
_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+(#[a-z0-9-]+)?")


@dataclass(frozen=True)
class Link:
    """Where a link leads."""

    target: str

    @property
    def is_id(self) -> bool:
        """Whether it leads to another entry."""
        return bool(_ID.fullmatch(self.target))

    @property
    def allowed(self) -> bool:
        """Whether it is of a kind that content may hold: http(s), mailto, tel or an id."""
        return self.is_id or self.target.lower().startswith(("https://", "http://", "mailto:", "tel:"))


def links(text: str) -> Iterator[Link]:
    """Every link in a text: inline, as an address in angles, and by reference."""
    for match in _LINK.finditer(text):
        target = next((group for group in match.groups() if group is not None), "")
        yield Link(target.split(" ")[0].strip())
