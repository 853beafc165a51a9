"""Citations of law in finished HTML become links to the paragraph; what is already a link is left alone."""

from __future__ import annotations

import re
from collections.abc import Container
from html import unescape

from markupsafe import Markup, escape

from ..law.acts import Acts
from ..law.citations import Cited, citations
from .markdown import ID_SCHEME

_TAG = re.compile(r"(<[^>]*>)")
_SIGN = "§"


def link_citations(html: str, acts: Acts, known: Container[str], here: str = "") -> Markup:
    """The HTML with a link on every citation whose paragraph is in the handbook, but not to the page itself."""
    if _SIGN not in html and ":" not in html:
        return Markup(html)
    pieces, inside = [], 0
    for piece in _TAG.split(html):
        if piece.startswith("<"):
            inside += piece.startswith(("<a ", "<a>", "<h1", "<code")) - piece.startswith(("</a", "</h1", "</code"))
            pieces.append(piece)
        else:
            pieces.append(piece if inside or not piece.strip() else _linked(piece, acts, known, here))
    return Markup("".join(pieces))


def _linked(text: str, acts: Acts, known: Container[str], here: str) -> str:
    """One run of text between tags, with its citations linked."""
    plain, done, position = unescape(text), [], 0
    for citation in citations(plain, acts):
        for part in citation.parts:
            goal = _goal(part, known, here)
            if goal and part.start >= position:
                done += [escape(plain[position : part.start]), _link(goal, plain[part.start : part.end])]
                position = part.end
    return "".join([*done, escape(plain[position:])]) if done else text


def _goal(part: Cited, known: Container[str], here: str) -> str | None:
    """The first paragraph of a stretch that has an entry."""
    return next((id_ for id_ in part.ids if id_ in known and id_ != here), None)


def _link(goal: str, words: str) -> Markup:
    """A link whose number and sign stay on one line."""
    kept = re.sub(r"(?<=[\d a-z]) (?=§)|(?<=\d) (?=kap)", "\N{NO-BREAK SPACE}", words)
    return Markup('<a class="lagrumslank" href="{}{}">{}</a>').format(ID_SCHEME, goal, kept)
