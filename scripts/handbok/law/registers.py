"""The amendment register of one act, from the Government Offices' JSON or from the header of a Markdown edition.

An absent list is not an empty one: `amendments` is None when the source holds no register at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .numbering import sfs_key
from .tokens import plain

_SFS = re.compile(r"\d{4}:\d+")


class NotARegister(Exception):  # noqa: N818 - as Stop in problems
    """What was read is no register; the message is Swedish and says why."""


@dataclass(frozen=True)
class Amendment:
    """One amending act: its number, its first day, and the note on what it changes."""

    sfs: str
    day: date | None
    note: str
    several_days: bool = False
    """Its transition rules may give parts of it another day than the one in the register."""


@dataclass(frozen=True)
class Register:
    """What a register says of one act."""

    act: str
    title: str
    amendments: tuple[Amendment, ...] | None
    consolidated_through: str | None = None
    """The last amending act that is worked into the text: `t.o.m. SFS …`."""
    in_force: date | None = None
    repealed: date | None = None
    repealed_by: str | None = None
    updated: date | None = None
    source: str = ""

    @property
    def has_chapters(self) -> bool:
        """Whether most notes name chapters; a number without one is then in doubt."""
        notes = [amendment.note for amendment in self.amendments or () if "§" in amendment.note]
        return 2 * sum("kap" in note for note in notes) > len(notes)


def from_rattsbaser(found: Mapping[str, Any], source: str = "") -> Register:
    """The register in one object of Rättsbaser's index.

    Raises NotARegister when the object is something else.
    """
    act = _act(found)
    rows = found.get("andringsforfattningar")
    if not isinstance(found.get("fulltext"), Mapping) and rows is None:
        raise NotARegister("svaret saknar både författningstext och ändringsregister")
    fulltext = found.get("fulltext") or {}
    return Register(
        act,
        plain(str(found.get("rubrik") or "")),
        None if rows is None else tuple(_amendments(rows, "ikraftDateTime")),
        _sfs(fulltext.get("andringInford")),
        _day(found.get("ikraftDateTime")),
        _day(found.get("upphavdDateTime")),
        _sfs(fulltext.get("upphavdGenom")),
        _day(found.get("uppdateradDateTime")),
        source,
    )


def from_front_matter(found: Mapping[str, Any], source: str = "") -> Register:
    """The register in the header of a Markdown edition."""
    rows = found.get("andringsforfattningar")
    return Register(
        _act(found),
        plain(str(found.get("rubrik") or "")),
        None if rows is None else tuple(_amendments(rows, "ikraft_datum")),
        _sfs(found.get("andring_inford")),
        _day(found.get("ikraft_datum")),
        _day(found.get("upphavd_datum")),
        _sfs(found.get("upphavd_genom")),
        _day(found.get("publicerad_datum")),
        source,
    )


def from_mapping(found: object, source: str = "") -> Register:
    """A register of either shape.

    Raises NotARegister.
    """
    if not isinstance(found, Mapping):
        raise NotARegister("innehållet är inget register")
    json_shape = any(name in found for name in ("fulltext", "uppdateradDateTime", "register"))
    return from_rattsbaser(found, source) if json_shape else from_front_matter(found, source)


def _act(found: Mapping[str, Any]) -> str:
    act = _sfs(found.get("beteckning"))
    if act is None:
        raise NotARegister("innehållet saknar SFS-nummer i fältet ”beteckning”")
    return act


def _amendments(rows: object, day_field: str) -> list[Amendment]:
    """The amending acts of a list, in the order in which they were issued; each once."""
    if not isinstance(rows, list):
        raise NotARegister("”andringsforfattningar” är ingen lista")
    found = {}
    for row in rows:
        if not isinstance(row, Mapping) or row.get("borttagen") is True:
            continue
        sfs = _sfs(row.get("beteckning"))
        if sfs is None:
            raise NotARegister("en ändringsförfattning saknar SFS-nummer")
        several = row.get("ikraftOvergangsbestammelse") is True
        found[sfs] = Amendment(sfs, _day(row.get(day_field)), plain(str(row.get("anteckningar") or "")), several)
    return sorted(found.values(), key=lambda amendment: sfs_key(amendment.sfs))


def _sfs(value: object) -> str | None:
    """The number in `SFS 2025:1501` or `t.o.m. SFS 2025:1501`."""
    found = _SFS.search(value) if isinstance(value, str) else None
    return found[0] if found else None


def _day(value: object) -> date | None:
    """The day in `2026-01-15T00:00:00` or `2026-01-15`."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
