"""Rules on dates of check. What depends on today's date only warns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Handbook, SourcedEntry
from ..problems import Problem


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th day")


def due(entry: SourcedEntry) -> date:
    """The day by which an entry should be checked again."""
    return add_months(entry.kontrollerad, entry.kontrollintervall)


def kontroll_i_framtiden(handbook: Handbook) -> Iterator[Problem]:
    """Ingen kan ha kontrollerat något på en dag som inte har varit."""
    for entry in handbook:
        if isinstance(entry, SourcedEntry) and entry.kontrollerad > handbook.today:
            message = f"kontrollerad {entry.kontrollerad} ligger efter dagens datum {handbook.today}"
            yield entry.warning(("kontrollerad",), message)


def for_gammal_kontroll(handbook: Handbook) -> Iterator[Problem]:
    """Kontakter och lag ses över var sjätte månad, annat vartannat år."""
    for entry in handbook:
        if isinstance(entry, SourcedEntry) and due(entry) < handbook.today:
            message = f"kontrollerad {entry.kontrollerad}; skulle ha setts över senast {due(entry)}"
            yield entry.warning(("kontrollerad",), message)
