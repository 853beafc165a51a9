"""What in the handbook looks otherwise in an edition: the calls on its pages that must be drawn anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..local import Local
from ..model import EVERYTHING, Entry, Handbook, Kalla, references
from ..model.refs import texts
from ..rules.links import links

ALWAYS = ("utgava/", "rapport/", "tidsplan/", "mall/")
"""Beginnings of what is drawn from the edition as a whole."""


@dataclass(frozen=True)
class Changes:
    """Ids and types that look otherwise than in the handbook."""

    own: frozenset[str]
    """Entries that are new or not as they were."""
    touched: frozenset[str]
    """Entries whose part shows one of those."""
    types: frozenset[str]
    """Types whose lists do."""

    def affects(self, call: Sequence[str]) -> bool:
        """Whether what a call draws may look otherwise."""
        verb, target = call[0], call[1].partition("#")[0]
        if verb == "lista":
            return target == EVERYTHING or target in self.types
        return target in self.own or target in self.touched or target.startswith(ALWAYS)


def changes(local: Local) -> Changes:
    """What an edition changes in the handbook."""
    book = local.published
    own = {id_: book[id_] for id_ in (*local.overlay.entries, *local.filled) if id_ in book}
    touched = {target for entry in own.values() for target in _shown(entry)}
    replaced = set(own) & set(local.base.entries)
    for id_ in replaced:
        touched |= {other.id for other in local.base.referrers.get(id_, ())}
        touched |= {other.id for other in local.base if id_ in _linked(other)}
        touched |= set(_shown(local.base[id_]))
    touched |= {kin for entry in own.values() for kin in _kin(entry, book)}
    types = {entry.typ for entry in own.values()}
    return Changes(frozenset(own), frozenset(touched), frozenset(types | _listed_with(types)))


def _shown(entry: Entry) -> Iterator[str]:
    """What an entry refers to; those show it among what uses them."""
    yield from (str(target) for _, target in references(entry))


def _linked(entry: Entry) -> set[str]:
    """What the texts of an entry link to."""
    return {link.target.partition("#")[0] for _, text in texts(entry) for link in links(text) if link.is_id}


def _kin(entry: Entry, book: Handbook) -> Iterator[str]:
    """Entries of the same type that lean on the same things: ”läs vidare” is computed from that."""
    for _, target in references(entry):
        if not isinstance(book.entries.get(target), Kalla):
            yield from (other.id for other in book.referrers.get(target, ()) if other.typ == entry.typ)


def _listed_with(types: set[str]) -> set[str]:
    """Types whose lists show something of these: steps count their exercises, counties their contacts."""
    shown = {"ovning": {"steg"}, "kontakt": {"lan", "regionkoordinator"}, "exempel": {"lan"}}
    return {name for typ in types for name in shown.get(typ, ())}
