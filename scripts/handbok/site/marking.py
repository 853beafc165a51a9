"""Parts kept away from Markdown: a call alone on its line is a mark until the page is HTML, and is drawn then.

Markdown reads raw HTML slowly, and the macros compile a template a page: a third of the time of a build.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_CALL = re.compile(r"""^\{\{ *visa\((?P<q>["'])(?P<id>[a-z0-9/-]+)(?P=q)\) *\}\}$""", re.MULTILINE)
_MARK = re.compile(r"<!-- visa (\S+) -->")
_ANCHOR = re.compile(r'\sid="([^"]+)"')


def mark(markdown: str) -> str:
    """The page's Markdown with a mark for every call that stands alone."""
    return _CALL.sub(r"<!-- visa \g<id> -->", markdown)


def fill(html: str, draw: Callable[[str], str]) -> str:
    """The page's HTML with every mark drawn."""
    return _MARK.sub(lambda found: draw(found[1]), html)


def anchors(html: str) -> set[str]:
    """Every id in a page, for the generator's check of links."""
    return set(_ANCHOR.findall(html))
