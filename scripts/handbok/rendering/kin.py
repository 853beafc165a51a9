"""Entries that belong together because they lean on the same things: ”läs vidare”, computed and never kept by hand."""

from __future__ import annotations

from collections import Counter

from ..model import Entry, Handbook
from ..model.kalla import Kalla
from ..model.refs import references

MOST = 4
"""How many to offer."""


def kin(entry: Entry, handbook: Handbook) -> tuple[Entry, ...]:
    """The entries of the same type that share most with this one, nearest first.

    Something that few lean on binds more than something that all lean on; sources bind nobody.
    """
    nearness: Counter[str] = Counter()
    for target in {target for _, target in references(entry)}:
        referrers = handbook.referrers.get(target, ())
        others = [other for other in referrers if other.typ == entry.typ and other.id != entry.id]
        if others and not isinstance(handbook.entries.get(target), Kalla):
            for other in others:
                nearness[other.id] += 1000 // len(others)
    nearest = sorted(nearness, key=lambda id_: (-nearness[id_], id_))
    return tuple(handbook[id_] for id_ in nearest[:MOST])
