"""Municipalities' editions -> what a change of the handbook does to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..local import Local, read_and_lay
from ..model import references
from .base import Version, news


def touched_editions(folders: Sequence[Path], ids: Sequence[str], before: Version, now: Version) -> Iterator[str]:
    """A line for each edition that leans on what has changed, and one for each fault that it gets by it."""
    for folder in folders:
        old, was = read_and_lay(folder, before.handbook.published())
        local, faults = read_and_lay(folder, now.handbook.published())
        came, _ = news(was, faults)
        leans = list(_leans(local, set(ids)))
        if leans or came:
            yield f"**{_name(local) or _name(old) or folder.name}** (`{folder.name}`)" + (
                f": {', '.join(leans)}" if leans else ""
            )
        yield from (f"  - Nytt: `{one.place.file}:{one.place.line}` {one.level}: {one.message}" for one in came)


def _leans(local: Local, ids: set[str]) -> Iterator[str]:
    """How an edition leans on the entries: it has its own in their place, or refers to them."""
    own = [entry for entry in (local.overlay.utgava, *local.overlay.entries.values()) if entry]
    targets = {str(target) for entry in own for _, target in references(entry)}
    for id_ in sorted(ids):
        if id_ in local.overlay.entries:
            yield f"har en egen `{id_}`"
        elif id_ in local.filled:
            yield f"fyller i `{id_}` med sin rutin"
        elif id_ in targets:
            yield f"hänvisar till `{id_}`"


def _name(local: Local) -> str:
    return local.utgava.kommunnamn if local.overlay.utgava else ""
