"""Rules on what texts may hold."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ..model import Handbook, texts
from ..problems import Problem
from .links import links

_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/>]|$)|!|\?)")
_RUNS = re.compile(r"(?:java|vb)script\s*:|data\s*:\s*text/html", re.IGNORECASE)


def ra_html(handbook: Handbook) -> Iterator[Problem]:
    """Innehållet är text och Markdown; HTML hör hemma i mallarna under overrides/."""
    for entry in (*handbook, *handbook.unread.values()):
        for path, text in texts(entry):
            if found := _TAG.search(text):
                shown = text[found.start() : found.start() + 30].split("\n")[0]
                yield entry.problem(path, f"texten har HTML-kod: ”{shown}”. Skriv ren text eller Markdown")


def otillaten_lank(handbook: Handbook) -> Iterator[Problem]:
    """Länkar leder till http(s), mailto, tel eller en annan post; aldrig till något som körs."""
    for entry in (*handbook, *handbook.unread.values()):
        for path, text in texts(entry):
            plain = re.sub(r"[\x00-\x20]+", "", html.unescape(text)) if ":" in text else text
            if found := _RUNS.search(plain):
                yield entry.problem(path, f"texten har en länk som kör kod: ”{found[0]}”. Ta bort den")
                continue
            for link in links(text):
                if not link.allowed:
                    instead = "Skriv en adress med https:// eller ett id som ovning/icebreaker"
                    yield entry.problem(path, f"länken ”{link.target}” går inte. {instead}")
