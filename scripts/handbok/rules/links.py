"""The links of a Markdown text, as far as rules need to know them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

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


@cache
def links(text: str) -> tuple[Link, ...]:
    """Every link in a text: inline, as an address in angles, and by reference."""
    if "](" not in text and "<" not in text and "]:" not in text:
        return ()
    found = (next((group for group in match.groups() if group is not None), "") for match in _LINK.finditer(text))
    return tuple(Link(target.split(" ")[0].strip()) for target in found)
