"""What is due for check, soonest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..model import Handbook, Kontakt, SourcedEntry
from ..model.intervals import add_months


@dataclass(frozen=True)
class Due:
    """One thing to check again: an entry, or a telephone number of one."""

    entry: SourcedEntry
    senast: date
    kontrollerad: date
    nummer: str | None = None


@dataclass(frozen=True)
class Month:
    """What is due in a month."""

    manad: date
    poster: tuple[Due, ...]


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
    return tuple(Month(month, tuple(those)) for month, those in months)
