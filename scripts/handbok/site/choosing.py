"""Which entries a list shows."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import BY_NAME, EVERYTHING, Entry, Handbook


def chosen(handbook: Handbook, typ: str, where: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of a type, or of every type, whose fields have these values."""
    every = (entry for entry in handbook if entry.typ in BY_NAME)
    entries = tuple(every) if typ == EVERYTHING else handbook.all(BY_NAME[typ])
    return tuple(entry for entry in entries if all(str(getattr(entry, key)) == value for key, value in where.items()))
