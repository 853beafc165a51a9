"""A register -> which paragraph changed, from which day, by which act.

An entry without a day is never taken as in force: before 1982 the register has no days, later it means that the
Government decides, or that the entry only alters an act that had not started.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from .clauses import Slag, Spot
from .notes import Change, Note, Start, read_note
from .registers import Amendment, Register
from .slips import corrected, known_day


@dataclass(frozen=True)
class Event:
    """A change of one paragraph, or of a whole chapter when `paragraph` is None."""

    act: str
    chapter: str | None
    paragraph: str | None
    slag: Slag
    sfs: str
    day: date | None
    certain: bool
    """Whether the note says it plainly."""
    day_certain: bool
    """Whether nothing hints that this paragraph starts another day than the act."""
    note: str
    evidence: str | None = None
    """Why the note was read otherwise than it stands."""
    became: Spot | None = None
    was: Spot | None = None
    by: tuple[str, ...] = ()
    """Acts that altered the amending act before it started."""

    @property
    def spot(self) -> Spot:
        """Chapter and paragraph."""
        return (self.chapter, self.paragraph)


@dataclass(frozen=True)
class _Entry:
    """An amending act with its note read."""

    amendment: Amendment
    note: Note
    evidence: str | None


@dataclass(frozen=True)
class _Book:
    """A register's entries by number, and the days that other entries set."""

    act: str
    entries: Mapping[str, _Entry]
    starts: tuple[tuple[_Entry, Start], ...]

    def day(self, sfs: str, spot: Spot) -> tuple[date | None, bool]:
        """When a paragraph of an amending act starts, and whether that is sure."""
        entry = self.entries[sfs]
        known = known_day(self.act, sfs, spot)
        for setter, start in reversed(self.starts):
            if start.sfs == sfs and (not start.spots or spot in start.spots):
                if setter.amendment.day:
                    return setter.amendment.day, True
                if start.moved:
                    return (known.day, True) if known else (entry.amendment.day, False)
        if known:
            return known.day, True
        return entry.amendment.day, not entry.amendment.several_days


def events(register: Register) -> tuple[Event, ...]:
    """Every change that a register tells of, dated and undated, in the order the acts were issued."""
    book = _book(register)
    found: dict[tuple[str, Spot, Slag], Event] = {}
    for entry in book.entries.values():
        for change in entry.note.changes:
            _put(found, _event(book, entry, change))
        if entry.note.unread:
            _put(found, _unread(book, entry))
    return tuple(found.values())


def _book(register: Register) -> _Book:
    entries = [_entry(register, amendment) for amendment in register.amendments or ()]
    gone = {sfs for entry in entries for sfs in entry.note.lapses}
    kept = {e.amendment.sfs: e for e in entries if not e.note.lapsed and e.amendment.sfs not in gone}
    starts = tuple((entry, start) for entry in kept.values() for start in entry.note.starts)
    return _Book(register.act, kept, starts)


def _entry(register: Register, amendment: Amendment) -> _Entry:
    text, evidence = corrected(register.act, amendment)
    return _Entry(amendment, read_note(text, register.has_chapters), evidence)


def _event(book: _Book, entry: _Entry, change: Change) -> Event:
    """A change with its day; one in an act that has not started counts at that act's day."""
    sfs, by = _source(book, entry, change)
    day, day_certain = book.day(sfs, change.spot)
    certain = change.certain and (change.amends is None or sfs != entry.amendment.sfs)
    return Event(
        book.act, change.chapter, change.paragraph, change.slag, sfs, day, certain, day_certain,
        entry.amendment.note, entry.evidence, change.became, change.was, by,
    )  # fmt: skip


def _source(book: _Book, entry: _Entry, change: Change) -> tuple[str, tuple[str, ...]]:
    """The act whose day counts, and the acts that altered it on the way."""
    sfs, amends = entry.amendment.sfs, change.amends
    by: tuple[str, ...] = ()
    while amends and amends in book.entries and amends not in (sfs, *by):
        sfs, by = amends, (sfs, *by)
        inner = (other.amends for other in book.entries[sfs].note.changes if other.spot == change.spot)
        amends = next(inner, None)
    return sfs, by


def _unread(book: _Book, entry: _Entry) -> Event:
    amendment = entry.amendment
    day, day_certain = book.day(amendment.sfs, (None, None))
    return Event(book.act, None, None, Slag.OLAST, amendment.sfs, day, False, day_certain, amendment.note)


def _put(found: dict[tuple[str, Spot, Slag], Event], event: Event) -> None:
    """Count a change once, though an act that altered the amending act repeats it."""
    key = (event.sfs, event.spot, event.slag)
    if same := found.get(key):
        event = replace(same, by=(*same.by, *event.by), certain=same.certain or event.certain)
    found[key] = event
