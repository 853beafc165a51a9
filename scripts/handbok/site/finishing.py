"""The one pass over each finished page.

Terms are marked; links to ids become addresses and `rot:` leads from the top of the site; the theme's left-overs go;
inline scripts and styles become files; the policy that forbids them is written in; indents are squeezed out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..model import Handbook
from ..problems import Stop
from ..rendering.markdown import ID_SCHEME
from .glossary import Glossary
from .inline import Files, taken_out
from .pages import address, relative
from .theme import guarded, mended, squeezed

_SLOT = re.compile(r"<!-- utgava:([a-z]+) -->")
_LINK = re.compile(r'"(id|rot):([^"]*)"')
_LEADS = ("href=", "src=")


def fill_slots(html: str, draw: Callable[[str], str]) -> str:
    """The page with what its edition says of itself: `<!-- utgava:fot -->` becomes overrides/utgava/fot.html."""
    return _SLOT.sub(lambda slot: draw(f"utgava/{slot[1]}.html"), html)


@dataclass(frozen=True)
class Finished:
    """A page ready to be read, and the files that its inline scripts and styles became."""

    html: str
    files: Files = field(default_factory=dict)


def finish(html: str, page: str, handbook: Handbook, glossary: Glossary) -> Finished:
    """The page as readers get it.

    Raises Stop for a link to an entry that does not exist: that is a fault in a template.
    """
    html, files = taken_out(mended(glossary.mark(html, page)))
    return Finished(guarded(squeezed(led_home(html, page, handbook))), files)


def led_home(html: str, page: str, handbook: Handbook) -> str:
    """The page, or a part of it, with every link led home. `id:` is an entry, `rot:` a path from the top of the site.

    Raises Stop as `finish` does.
    """

    def lead(match: re.Match[str]) -> str:
        scheme, target = match.groups()
        if not html.endswith(_LEADS, 0, match.start()):
            return match[0]
        found = address(target, handbook) if f"{scheme}:" == ID_SCHEME else target
        if found is None:
            raise Stop(f"Sidan {page} har en länk till ”{target}”, som inte finns.")
        return f'"{relative(found, page)}"'

    return _LINK.sub(lead, html)
