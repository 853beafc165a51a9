"""Where a paragraph stands: in force as we read it, changed since, to be verified, repealed; and several together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..model import Handbook, Lagrum
from ..model.texts import Sakerhet
from .watchfile import watched

Lage = Literal["galler", "andrad", "att-verifiera", "upphavd"]


@dataclass(frozen=True)
class Status:
    """The state of one paragraph, and by which act and since when it changed or was repealed."""

    lage: Lage
    sfs: str | None = None
    fran: date | None = None


@dataclass(frozen=True)
class Basis:
    """How sure several paragraphs are together: as sure as the least sure of them, as old as the oldest."""

    sakerhet: Sakerhet
    text: date | None
    kontroll: date | None
    osakra: tuple[str, ...]
    oklara: tuple[str, ...]


def status(handbook: Handbook, lagrum: Lagrum) -> Status:
    """The state of a paragraph as its page shows it.

    Changed is what law watch has found, or a change that began to apply on or before the day of our check;
    the day of the build is never asked, so that the same content gives the same page.
    """
    if lagrum.upphavd:
        return Status("upphavd", lagrum.upphavd.sfs, lagrum.upphavd.fran)
    for finding in watched(handbook.watch).get(lagrum.id, ()):
        if finding.lage in ("ändrad", "andrad"):
            return Status("andrad", finding.sfs, date.fromisoformat(finding.fran) if finding.fran else None)
    for change in lagrum.kommande:
        if change.fran and change.fran <= lagrum.kontrollerad:
            return Status("andrad", change.sfs, change.fran)
    return Status("galler" if lagrum.sakerhet == "bekraftad" else "att-verifiera")


def basis(handbook: Handbook, ids: Iterable[str]) -> Basis:
    """What may be said of paragraphs that something rests on; one that is only planned is unsure."""
    found = {id_: handbook.entries.get(id_) for id_ in ids}
    known = {id_: entry for id_, entry in found.items() if isinstance(entry, Lagrum)}
    unsure = tuple(id_ for id_ in found if id_ not in known or status(handbook, known[id_]).lage != "galler")
    unclear = tuple(id_ for id_, entry in known.items() if entry.oklart and id_ not in unsure)
    texts = [entry.textens_datum for entry in known.values() if entry.textens_datum]
    checks = [entry.kontrollerad for entry in known.values()]
    sure: Sakerhet = "att-verifiera" if unsure else "bekraftad"
    return Basis(sure, min(texts, default=None), min(checks, default=None), unsure, unclear)
