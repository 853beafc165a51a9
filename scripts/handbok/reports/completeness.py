"""Every entry against everything it may lack; shares per part of the handbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import CONTENT_TYPES, Entry, Handbook
from .lacks import Whole, lacks_of

OTHERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Lagen", ("forfattning", "lagrum", "lagandring", "stallning", "beslutstrad")),
    ("Kunskapen", ("amne", "indikator", "begrepp", "roll", "exempel", "statistik", "kalla")),
    ("Kontakterna", ("kontakt", "regionkoordinator")),
)
"""The parts of the handbook besides the method itself, and the types in each."""
_ELSEWHERE = {typ for _, types in OTHERS for typ in types}
PARTS = (("Metoden", tuple(k.typ for k in CONTENT_TYPES if not k.tabell and k.typ not in _ELSEWHERE)), *OTHERS)
"""Every part; a type that no other part has belongs to the method."""


@dataclass(frozen=True)
class Cell:
    """What lacks one thing."""

    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Row:
    """A type: how many there are, how many lack nothing, and what the others lack."""

    kind: type[Entry]
    total: int
    complete: int
    cells: tuple[Cell, ...]

    @property
    def namn(self) -> str:
        """”Lagrum”."""
        return self.kind.namn[1].capitalize()


@dataclass(frozen=True)
class Part:
    """A part of the handbook with its types."""

    namn: str
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """How many entries it has."""
        return sum(row.total for row in self.rows)

    @property
    def complete(self) -> int:
        """How many of them lack nothing."""
        return sum(row.complete for row in self.rows)

    @property
    def andel(self) -> int:
        """The share that is complete, in per cent, never rounded up to the whole."""
        return 100 * self.complete // self.total if self.total else 100


@dataclass(frozen=True)
class Completeness:
    """The whole matrix."""

    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(part.total for part in self.parts)

    @property
    def complete(self) -> int:
        """How many lack nothing."""
        return sum(part.complete for part in self.parts)


def completeness(handbook: Handbook, overdue: bool = False) -> Completeness:
    """What each type lacks, with the entries that lack it. A page never asks for what is overdue: it has no clock."""
    whole = Whole(handbook)
    kinds = {kind.typ: kind for kind in CONTENT_TYPES}
    parts = [(name, [_row(kinds[typ], whole, overdue) for typ in types]) for name, types in PARTS]
    return Completeness(tuple(Part(name, tuple(row for row in rows if row.total)) for name, rows in parts))


def _row(kind: type[Entry], whole: Whole, overdue: bool) -> Row:
    entries = [entry for entry in whole.handbook.all(kind) if not _repealed(entry)]
    cells = [
        Cell(lack.text, tuple(entry for entry in entries if lack.lacks(whole, entry)))
        for lack in lacks_of(kind, overdue)
    ]
    return Row(kind, len(entries), _whole(entries, cells), tuple(cells))


def _repealed(entry: Entry) -> bool:
    """Law that no longer holds needs no more work."""
    return bool(getattr(entry, "upphavd", None))


def _whole(entries: Sequence[Entry], cells: Sequence[Cell]) -> int:
    lacking = {entry.id for cell in cells for entry in cell.entries}
    return sum(entry.id not in lacking for entry in entries)
