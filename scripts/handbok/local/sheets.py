"""The sheets that the edition's own routine fills in: what was a made-up example becomes the municipality's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..model import Handbook, Kontakt, Mall, Ref
from ..model.mall import Kortet, Omrade
from .model import Rutin, Utgava

NOTHING = "–"
"""What stands where the municipality has said nothing."""

Filling = Mapping[str, Mapping[str, Any]]
"""Heading of an area -> the fields that change in it."""


def fill(utgava: Utgava, handbook: Handbook) -> dict[str, Mall]:
    """Every sheet of the handbook that the routine fills in, filled in; none without a routine."""
    rutin = utgava.rutin
    if rutin is None or any(ref not in handbook for ref in _contacts(rutin)):
        return {}
    numbers = _Numbers(handbook, rutin)
    found: dict[str, Mall] = {}
    for id_, filling in SHEETS.items():
        sheet = handbook.entries.get(id_)
        if isinstance(sheet, Mall):
            found[id_] = filled(sheet, filling(numbers), rutin)
    return found


def _contacts(rutin: Rutin) -> Iterator[str]:
    yield from (rutin.ring_forst, rutin.i_andra_hand, rutin.utanfor_kontorstid, rutin.oro_for_barn, rutin.stod)
    if rutin.samordnare:
        yield rutin.samordnare


def filled(sheet: Mall, filling: Filling, rutin: Rutin) -> Mall:
    """The sheet with some of its areas changed, checked on the day the routine was."""
    pages = tuple(
        page.model_copy(update={"omraden": tuple(_changed(area, filling) for area in page.omraden)})
        for page in sheet.blad
    )
    copy = sheet.model_copy(update={"blad": pages, "kontrollerad": max(sheet.kontrollerad, rutin.kontrollerad)})
    copy._values = None
    return copy


def _changed(area: Omrade, filling: Filling) -> Omrade:
    return area.model_copy(update=dict(filling[area.rubrik])) if area.rubrik in filling else area


class _Numbers:
    """Names and confirmed numbers of the routine's functions; one that is not confirmed gives way to the name."""

    def __init__(self, handbook: Handbook, rutin: Rutin) -> None:
        self._handbook = handbook
        self.rutin = rutin

    def contact(self, ref: str) -> Kontakt:
        found = self._handbook[ref]
        assert isinstance(found, Kontakt)
        return found

    def number(self, ref: str) -> str:
        """The first confirmed number; the name when there is none."""
        numbers = [phone.nummer for phone in self.contact(ref).telefon if phone.sakerhet == "bekraftad"]
        return numbers[0] if numbers else self.contact(ref).rubrik

    def known(self, id_: str) -> str:
        """The number of a contact of the handbook; nothing when it is not there."""
        return self.number(id_) if isinstance(self._handbook.entries.get(id_), Kontakt) else NOTHING

    def called(self, ref: str) -> tuple[str, str]:
        """The name, and the number with its hours."""
        contact = self.contact(ref)
        return contact.rubrik, ", ".join([self.number(ref), *([contact.oppet] if contact.oppet else [])])

    def checked(self, id_: str | None) -> list[str]:
        """A number and the day somebody checked it."""
        found = self._handbook.entries.get(id_ or "")
        if not isinstance(found, Kontakt):
            return [NOTHING, NOTHING]
        sure = [phone for phone in found.telefon if phone.sakerhet == "bekraftad"]
        return [sure[0].nummer, sure[0].kontrollerad.isoformat()] if sure else [found.rubrik, NOTHING]

    def deputy(self, ref: Ref[Kontakt]) -> str:
        """The number of the first deputy of a contact."""
        deputies = self.contact(ref).reserv
        return self.known(deputies[0]) if deputies else NOTHING


def _flow(numbers: _Numbers) -> Filling:
    rutin = numbers.rutin
    late = numbers.number(rutin.utanfor_kontorstid)
    police, danger = numbers.known("kontakt/polisen"), numbers.known("kontakt/nodnummer")
    return {
        "Vägen": {
            "exempel": (
                rutin.forst_pa_plats,
                (f"Ja: {danger}", "Nej: gå vidare"),
                numbers.called(rutin.ring_forst),
                rutin.stod_tar_kontakt,
                rutin.skydd_och_stod,
                rutin.uppfoljning,
            )
        },
        "Vem svarar när?": {
            "exempel": (
                (numbers.number(rutin.ring_forst), numbers.number(rutin.stod), police),
                (late, late, police),
                (late, late, police),
                (numbers.number(rutin.i_andra_hand), numbers.deputy(rutin.stod), danger),
            )
        },
        "Det gör vi inte": {"exempel": rutin.gor_inte},
    }


def _network(numbers: _Numbers) -> Filling:
    rutin = numbers.rutin
    child = f"{numbers.number(rutin.oro_for_barn)}, annars {numbers.number(rutin.utanfor_kontorstid)}"
    text = (
        f"Ring först: {numbers.number(rutin.ring_forst)}. I andra hand: {numbers.number(rutin.i_andra_hand)}. "
        f"Kväll och helg: {numbers.number(rutin.utanfor_kontorstid)}. "
        f"Oro för barn: {numbers.number(rutin.oro_for_barn)}. Utred inte. Ta inga bilder."
    )
    card = Kortet(rubrik=f"Fara nu: ring {numbers.known('kontakt/nodnummer')}", text=text)
    return {
        "Oro för ett barn": {"exempel": (child,)},
        "Ring först": {"exempel": numbers.called(rutin.ring_forst)},
        "Svarar ingen": {"exempel": numbers.called(rutin.i_andra_hand)},
        "Anteckna det här": {"exempel": rutin.anteckna},
        "Det här gör du inte": {"exempel": rutin.gor_inte},
        "Klipp isär": {"korten": (card,) * 8},
    }


def _card(numbers: _Numbers) -> Filling:
    rutin = numbers.rutin
    rows = (rutin.utanfor_kontorstid, rutin.oro_for_barn, None, rutin.samordnare)
    return {"Hos oss": {"exempel": tuple(tuple(numbers.checked(row)) for row in rows)}}


SHEETS: Mapping[str, Callable[[_Numbers], Filling]] = {
    "mall/flodesschema-arende": _flow,
    "mall/natverksrutin": _network,
    "mall/fickkort-vem-ringer": _card,
}
"""The sheets that a routine fills in, and how; tests hold the headings against the sheets."""
