"""A plan to import: a calendar (RFC 5545) and a table (RFC 4180), from the same periods as the page shows."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from ..model import Handbook, Tidsplan
from ..model.intervals import add_months
from ..model.tidsplan import Period
from ..rendering.swedish import name_of
from ..rendering.timing import when
from .contentlines import as_file, escaped


@dataclass(frozen=True)
class _Event:
    """Whole days in a calendar; `ends` is the day after the last."""

    key: str
    words: str
    about: str
    begins: date
    ends: date


def calendars(handbook: Handbook, edition: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of each plan's files."""
    for plan in handbook.all(Tidsplan):
        yield f"{plan.id}.ics", calendar(plan, handbook, edition.get("start")).encode()
        yield f"{plan.id}.csv", table(plan, handbook, edition.get("start")).encode("utf-8-sig")


def calendar(plan: Tidsplan, handbook: Handbook, start: date | None) -> str:
    """Each step as a stretch of whole days that leaves people free, and each milestone as a day."""
    made = _made(handbook)
    first = start or add_months(made.date().replace(day=1), 1)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Stad för stad//Digital handbok//SV", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{escaped('Stad för stad: ' + plan.rubrik)}"]
    for event in _events(plan, handbook, first):
        lines += _lines(event, made)
    return as_file([*lines, "END:VCALENDAR"])


def table(plan: Tidsplan, handbook: Handbook, start: date | None) -> str:
    """The plan as rows, with semicolons, since that is what spreadsheets in Swedish expect."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow(["Steg", "Från månad", "Till månad", "När", "Första dag", "Sista dag", "Vilka", "Milstolpe"])
    for period in plan.perioder:
        begins, ends = _span(period, start) if start else (None, None)
        last = ends - timedelta(days=1) if ends else ""
        months = [period.fran, period.till, when(period, start)]
        rows.writerow([_name(period, handbook), *months, begins or "", last, period.vilka, period.milstolpe])
    return out.getvalue()


def _events(plan: Tidsplan, handbook: Handbook, first: date) -> Iterator[_Event]:
    """The events of a plan. Their identity comes from plan and step, never from days: a moved plan replaces itself."""
    for period in plan.perioder:
        begins, ends = _span(period, first)
        name, key = _name(period, handbook), f"stad-for-stad:{plan.id}:{period.steg}"
        yield _Event(f"{key}:steg", name, f"Vilka: {period.vilka}", begins, ends)
        day = _workday(ends - timedelta(days=1))
        yield _Event(f"{key}:milstolpe", f"Milstolpe: {period.milstolpe}", name, day, day + timedelta(days=1))


def _lines(event: _Event, made: datetime) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uuid5(NAMESPACE_URL, event.key)}",
        f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{event.begins:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.ends:%Y%m%d}",
        f"SUMMARY:{escaped(event.words)}",
        f"DESCRIPTION:{escaped(event.about)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _name(period: Period, handbook: Handbook) -> str:
    step = handbook.find(period.steg)
    return name_of(step, handbook) if step else str(period.steg)


def _span(period: Period, first: date) -> tuple[date, date]:
    """The first day of a period, and the day after its last."""
    return add_months(first, period.fran - 1), add_months(first, period.till)


def _workday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _made(handbook: Handbook) -> datetime:
    """The time that output carries; outside a build, the day when a plan was last checked."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return datetime.fromtimestamp(int(given), UTC)
    checked = max(plan.kontrollerad for plan in handbook.all(Tidsplan))
    return datetime(checked.year, checked.month, checked.day, tzinfo=UTC)
