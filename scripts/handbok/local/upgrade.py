"""What moved in the handbook since the municipality last went through its edition."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..model import SourcedEntry, references
from ..problems import Level, Place, Problem
from .laying import Local
from .sheets import SHEETS

CHANGED = "lokal-att-se-over"
LOCAL_UPGRADE = {CHANGED: "När handboken har ändrats där utgåvan bygger på den behöver någon läsa vad som är nytt."}


def version_of(project: Path) -> str:
    """The handbook's version, as pyproject.toml has it."""
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def to_look_at(local: Local, version: str) -> Iterator[Problem]:
    """Warnings at the places of the overlay that lean on something newer than the last time somebody looked."""
    utgava = local.utgava
    seen = utgava.genomgangen
    if seen.version != version:
        message = f"handboken har version {version}, ni gick igenom {seen.version}. Läs CHANGELOG.md och skriv den nya"
        yield _warning(utgava.marks.place("genomgangen", "version"), message)
    for entry in local.replaced:
        yield from _newer(local, entry.id, seen.dag, entry.marks.place(), "den som ni har ersatt")
    for sheet in SHEETS:
        if utgava.rutin:
            yield from _newer(local, sheet, seen.dag, utgava.marks.place("rutin"), "bladet som er rutin fyller i")
    for entry in (utgava, *local.overlay.entries.values()):
        for path, target in references(entry):
            if target not in local.overlay.entries and target not in SHEETS:
                yield from _newer(local, target, seen.dag, entry.marks.place(*path), "posten som ni hänvisar till")


def _newer(local: Local, id_: str, seen: date, place: Place, what: str) -> Iterator[Problem]:
    """A warning when an entry of the handbook was checked after the day the municipality looked."""
    entry = local.base.entries.get(id_)
    if isinstance(entry, SourcedEntry) and entry.kontrollerad > seen:
        yield _warning(place, f"”{id_}”, {what}, är kontrollerad {entry.kontrollerad}. Se om något har ändrats")


def _warning(place: Place, message: str) -> Problem:
    return Problem(place, CHANGED, message, Level.VARNING)
