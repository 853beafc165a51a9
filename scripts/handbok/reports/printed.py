"""Which printed copies of each sheet still hold: the foot of a sheet tells which one it is, history what came after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from ..model import Handbook, Mall, references

UNSEEN = (
    *("kallor", "publicering", "vid_sidan", "fickkort", "komplettering"),
    *("syfte", "deltagare", "minuter", "material"),
    *("kontrollerad", "version"),
)
"""Fields of a sheet without which a copy is as good: about the sheet, around the work, and those of the foot itself."""
UNPRINTED = ("kallor", "publicering", "kontrollerad", "textens_datum", "lank")
"""The same for what a sheet prints of other entries."""
LAYOUT = re.compile(
    r"blad \d+, (?:(?:omraden|kolumner) \d+, )*"
    r"(?:exempel\b.*|(?:kolumn|kolumner|rad|rader|bredd|radbredd|hojd|ifylls|lappar|per_rad)"
    r"(?: lagt till:| borttaget:)? (?:\d+|ja|nej)(?: → (?:\d+|ja|nej))?)"
)
"""How a sheet is laid out, and its filled-in example: the copy asks the same."""


class Event(Protocol):
    """What changed one day, in words that begin with the name of the field."""

    @property
    def dag(self) -> str:
        """The day."""

    @property
    def vad(self) -> Sequence[str]:
        """A line for each change."""


History = Mapping[str, Sequence[Event]]
"""The events of each entry, the newest first."""


@dataclass(frozen=True)
class Copy:
    """Every copy with one and the same foot, and what has changed since the first of them could be printed."""

    version: str
    kontrollerad: str
    sedan: tuple[tuple[str, str], ...] = ()

    @property
    def galler(self) -> bool:
        """Whether such a copy can be used."""
        return not self.sedan


@dataclass(frozen=True)
class Printed:
    """A sheet and its copies, the newest first; none where nothing is known of its past."""

    mall: Mall
    kopior: tuple[Copy, ...]


def printed(handbook: Handbook, history: History) -> tuple[Printed, ...]:
    """Every sheet, by its name."""
    sheets = sorted(handbook.all(Mall), key=lambda mall: mall.rubrik.casefold())
    return tuple(Printed(mall, tuple(_copies(mall, handbook, history))) for mall in sheets)


def _copies(mall: Mall, handbook: Handbook, history: History) -> Iterator[Copy]:
    """From the sheet as it is now and back: a foot ends where the event that gave it is found."""
    if mall.id not in history:
        return
    version, checked = mall.version, mall.kontrollerad.isoformat()
    later: list[tuple[str, str]] = []
    for own, event in _events(mall, handbook, history):
        before = (_before(event, "version", version), _before(event, "kontrollerad", checked)) if own else None
        if before and before != (version, checked):
            yield Copy(version, checked, tuple(later))
            version, checked = before
        if not _begins(own, event):
            later += [(event.dag, line) for line in event.vad if _matters(line, own)]
    yield Copy(version, checked, tuple(later))


def _events(mall: Mall, handbook: Handbook, history: History) -> list[tuple[bool, Event]]:
    """The sheet's own events and those of the entries that it prints, the newest first."""
    shown = dict.fromkeys(str(target) for path, target in references(mall) if path[0] == "blad")
    begun = history[mall.id][-1].dag
    own = [(True, event) for event in history[mall.id]]
    others = [(False, event) for id_ in shown for event in history.get(id_, ()) if event.dag > begun]
    return sorted((*others, *own), key=lambda one: one[1].dag, reverse=True)


def _begins(own: bool, event: Event) -> bool:
    return own and len(event.vad) == 1 and event.vad[0].endswith("skrevs.")


def _before(event: Event, field: str, now: str) -> str:
    """What a field was before an event."""
    found = next((line for line in event.vad if line.startswith(f"{field} ")), None)
    change = re.fullmatch(rf"{field} (\S+) → \S+", found or "")
    return change[1] if change else "1" if found and field == "version" else now


def _matters(line: str, own: bool) -> bool:
    field = re.split(r"[ ,]", line, maxsplit=1)[0]
    return field not in (UNSEEN if own else UNPRINTED) and not LAYOUT.fullmatch(line)
