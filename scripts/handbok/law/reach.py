"""What a paragraph of law touches in the handbook: entries, pages and sheets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Handbook, Lagrum, Mall, references, texts
from .acts import acts_of
from .citations import citations

_LINK = re.compile(r"\]\(\s*(lagrum/[a-z0-9-]+)")


@dataclass(frozen=True)
class Reach:
    """Pages by their address and sheets by their id, each in order."""

    pages: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def mentions(handbook: Handbook) -> Mapping[str, frozenset[str]]:
    """For every paragraph, the entries that refer to it: in a field, by a link or by a citation in running text."""
    found: dict[str, set[str]] = {}
    acts = acts_of(handbook)
    for entry in handbook:
        named = {str(target) for _, target in references(entry) if target.startswith("lagrum/")}
        for _, text in texts(entry):
            named |= {link[1] for link in _LINK.finditer(text)}
            named |= {id_ for citation in citations(text, acts) for id_ in citation.ids}
        for id_ in named:
            found.setdefault(id_, set()).add(entry.id)
    return {id_: frozenset(entries) for id_, entries in found.items()}


def reach(handbook: Handbook, named_by: Mapping[str, frozenset[str]], paragraph: Lagrum) -> Reach:
    """The pages and sheets to look through when a paragraph has changed."""
    touched = [paragraph, *(handbook[id_] for id_ in sorted(named_by.get(paragraph.id, ())) if id_ != paragraph.id)]
    ids = {entry.id for entry in touched} | {paragraph.forfattning}
    pages = {f"{entry.sida}.html" for entry in touched}
    for page in handbook.pages:
        if any(call.target in ids or call.target == Lagrum.typ for call in page.calls):
            pages.add(f"{page.address}.html")
    return Reach(tuple(sorted(pages)), tuple(entry.id for entry in touched if isinstance(entry, Mall)))
