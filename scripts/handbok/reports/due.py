"""What is due for check, soonest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..model import Handbook, Kontakt, SourcedEntry
from ..model.intervals import add_months

SHOWN = 200
"""How many are told one by one: more than anybody checks in a month, and a page that does not grow."""


@dataclass(frozen=True)
class Due:
    """One thing to check again: an entry, or a telephone number of one."""

    entry: SourcedEntry
    senast: date
    kontrollerad: date
    nummer: str | None = None


@dataclass(frozen=True)
class Month:
    """What is due in a month, and how much of it is shown: the page tells the soonest and counts the rest."""

    manad: date
    poster: tuple[Due, ...]
    visas: int

    @property
    def visade(self) -> tuple[Due, ...]:
        """What is shown of it."""
        return self.poster[: self.visas]


def due(handbook: Handbook) -> tuple[Month, ...]:
    """Everything that has a day of check, by the month in which it is due."""
    found = [
        Due(entry, entry.ses_over_senast, entry.kontrollerad) for entry in handbook if isinstance(entry, SourcedEntry)
    ]
    for contact in handbook.all(Kontakt):
        for number in contact.telefon:
            if number.kontrollerad != contact.kontrollerad:
                until = add_months(number.kontrollerad, contact.kontrollintervall)
                found.append(Due(contact, until, number.kontrollerad, number.nummer))
    found.sort(key=lambda one: (one.senast, one.entry.id, one.nummer or ""))
    months = groupby(found, key=lambda one: one.senast.replace(day=1))
    return tuple(_shown(months))


def _shown(months: Iterable[tuple[date, Iterable[Due]]]) -> Iterator[Month]:
    left = SHOWN
    for day, those in months:
        month = Month(day, tuple(those), left)
        left -= len(month.visade)
        yield month
