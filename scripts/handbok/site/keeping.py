"""Drawn parts kept away from Markdown: a macro leaves a mark on the page, and the part comes back when it is HTML.

Markdown reads raw HTML slowly: without this, that is a fifth of the time of a build.
"""

from __future__ import annotations

import json
import re

from markupsafe import Markup

_MARK = re.compile(r"<!-- del (\d+) -->")
BEGINS, ENDS = "<!-- visar", "<!-- /visar -->"
"""Around a part in a site that others are made from: the call that drew it, as JSON."""
_ANCHOR = re.compile(r'\sid="([^"]+)"')


class Keeping:
    """What the macros have drawn and no page has got back yet; hands parts through until somebody will fetch them."""

    def __init__(self) -> None:
        """Nobody has promised to fetch anything: a generator without hooks gets the parts at once."""
        self.fetched = False
        self.marked = False
        """Whether a part stays between marks that say what was drawn, so that it can be drawn anew in place."""
        self._kept: dict[str, tuple[str, Markup]] = {}
        self._number = 0

    def keep(self, drawn: Markup, *call: str) -> Markup:
        """A mark in place of what a call drew; the part itself when nobody will fetch it."""
        if not self.fetched:
            return drawn
        self._number += 1
        self._kept[str(self._number)] = json.dumps(call), drawn
        return Markup(f"<!-- del {self._number} -->")

    def give_back(self, html: str) -> str:
        """A page with its parts in place of their marks. Each is given once."""
        return _MARK.sub(lambda mark: self._part(*self._kept.pop(mark[1])), html)

    def _part(self, call: str, drawn: Markup) -> str:
        return f"{BEGINS} {call} -->{drawn}{ENDS}" if self.marked else drawn


def anchors(html: str) -> set[str]:
    """Every id in a page, for the generator's check of links."""
    return set(_ANCHOR.findall(html))
