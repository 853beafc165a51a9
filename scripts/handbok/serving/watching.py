"""What has changed: times and sizes compared, since that works on every disk, network folders too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

Seen = dict[Path, tuple[int, int]]

_PASSED_OVER = ("~", ".swp", ".tmp", ".pyc")
"""Endings of files that editors and Python leave beside the real ones."""


@dataclass
class Watch:
    """Folders and files, and how they looked the last time."""

    places: Sequence[Path]
    seen: Seen

    @classmethod
    def over(cls, places: Sequence[Path]) -> Watch:
        """A watch over folders and files, as they are now."""
        return cls(places, look(places))

    def changed(self) -> frozenset[Path]:
        """What is new, gone or another since the last time this was asked."""
        now = look(self.places)
        found = {path for path in now.keys() | self.seen.keys() if now.get(path) != self.seen.get(path)}
        self.seen = now
        return frozenset(found)


def look(places: Sequence[Path]) -> Seen:
    """Every file with its time in nanoseconds and its size. What goes away meanwhile is not there."""
    seen: Seen = {}
    for path in _files(places):
        try:
            facts = path.stat()
        except OSError:
            continue
        seen[path] = (facts.st_mtime_ns, facts.st_size)
    return seen


def _files(places: Sequence[Path]) -> Iterator[Path]:
    for place in places:
        inside = place.rglob("*") if place.is_dir() else [place]
        for path in inside:
            hidden = any(part.startswith(".") for part in path.relative_to(place.parent).parts)
            if not hidden and not path.name.endswith(_PASSED_OVER) and path.is_file():
                yield path
