"""The one pass over each finished page: terms are marked, links to entries and from the top become addresses."""

from __future__ import annotations

import re

from ..model import Handbook
from ..problems import Stop
from ..rendering.markdown import ID_SCHEME
from .glossary import Glossary
from .pages import address, relative

_LINK = re.compile(r'(\b(?:href|src)=")(id|rot):([^"]*)(")')


def finish(html: str, page: str, handbook: Handbook, glossary: Glossary) -> str:
    """The page with its terms marked and every link led home.

    `id:` is an entry, `rot:` a path from the top of the site.
    Raises Stop for a link to an entry that does not exist: that is a fault in a template.
    """

    def lead(match: re.Match[str]) -> str:
        before, scheme, target, after = match.groups()
        found = address(target, handbook) if f"{scheme}:" == ID_SCHEME else target
        if found is None:
            raise Stop(f"Sidan {page} har en länk till ”{target}”, som inte finns.")
        return before + relative(found, page) + after

    return _LINK.sub(lead, glossary.mark(html, page))
