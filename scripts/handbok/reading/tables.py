"""CSV tables under content/geografi/ -> entries, a row each."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ..model import CONTENT_TYPES, Entry, Marks
from ..problems import Place, Problem
from .files import read_text, shown_path
from .validation import build


def read_tables(content: Path, root: Path) -> tuple[dict[str, Entry], list[Problem]]:
    """The entries of every type that stands in a table; a table that is not there is an empty one."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    for kind in CONTENT_TYPES:
        path = content / "geografi" / str(kind.tabell)
        if kind.tabell and path.is_file():
            found, faults = _read(kind, path, shown_path(path, root))
            entries |= found
            problems += faults
    return entries, problems


def _read(kind: type[Entry], path: Path, shown: str) -> tuple[dict[str, Entry], list[Problem]]:
    text, problems = read_text(path, shown)
    entries: dict[str, Entry] = {}
    rows = csv.reader(io.StringIO(text or ""), strict=False)
    heading = next(rows, [])
    for row in rows:
        place = Place(shown, rows.line_num)
        if len(row) != len(heading):
            message = f"raden har {len(row)} kolumner men rubrikraden har {len(heading)}"
            problems.append(Problem(place, "tabellrad", message))
            continue
        values = {name: value for name, value in zip(heading, row, strict=True) if value}
        id_ = f"{kind.typ}/{values.get('kod', '')}"
        entry, faults = build(kind, values, id_, Marks(shown, {(): place}))
        problems += faults
        if id_ in entries:
            problems.append(Problem(place, "tabellrad", f"koden ”{values['kod']}” står på mer än en rad"))
        elif entry:
            entries[id_] = entry
    return entries, problems
