"""The one pass over each finished page.

Terms are marked, links to ids become addresses and `rot:` leads from the top of the site; the theme's left-overs go;
inline scripts and styles become files; the policy that forbids them is written in; indents are squeezed out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..model import Handbook
from ..problems import Stop
from ..rendering.markdown import ID_SCHEME
from .glossary import Glossary
from .inline import Files, taken_out
from .pages import address, relative
from .theme import guarded, mended, squeezed

_LINK = re.compile(r'(\b(?:href|src)=")(id|rot):([^"]*)(")')


@dataclass(frozen=True)
class Finished:
    """A page ready to be read, and the files that its inline scripts and styles became."""

    html: str
    files: Files = field(default_factory=dict)


def finish(html: str, page: str, handbook: Handbook, glossary: Glossary) -> Finished:
    """The page as readers get it. Raises Stop as `led_home` does."""
    html, files = taken_out(mended(html))
    return Finished(guarded(squeezed(led_home(html, page, handbook, glossary))), files)


def led_home(html: str, page: str, handbook: Handbook, glossary: Glossary) -> str:
    """The page with its terms marked and every link an address.

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
