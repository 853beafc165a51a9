"""The kinds of area as they stand in a Word file: one function each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..model.mall import (
    Fritext,
    Kort,
    Kryss,
    Lista,
    Matris,
    Omrade,
    Poster,
    Rader,
    Skala,
    Tabell,
    Tankekarta,
    Vag,
)
from .wordshapes import bullets, data_table, numbered, write_html

LINE = 9.0
"""Millimetres between lines to write on."""


@dataclass(frozen=True)
class Desk:
    """Where an area is written: the document, and how much room the area has, in millimetres."""

    document: Any
    room: float
    width: float
    level: int
    entries: Iterator[str]
    """The HTML of the areas that show entries of the handbook, in order."""

    def row(self, rows: int) -> float:
        """The height of each of so many rows."""
        return max(LINE, self.room / rows)


def write_area(desk: Desk, area: Omrade) -> Any:
    """Heading, question and what the kind has to write on; gives the heading."""
    heading = desk.document.add_heading(area.rubrik, desk.level)
    if area.fraga:
        desk.document.add_paragraph(area.fraga)
    _KINDS[area.slag](desk, area)
    return heading


def _lines(desk: Desk, style: str, number: int) -> None:
    for _ in range(number):
        desk.document.add_paragraph(style=style)


def _table(
    desk: Desk, area: Omrade, heads: list[str], rows: list[list[str]], shares: Sequence[float], **more: Any
) -> None:
    height = desk.row(len(rows))
    data_table(desk.document, area.rubrik, heads, rows, shares, desk.width, height, **more)
    desk.document.add_paragraph()


def _fritext(desk: Desk, area: Fritext) -> None:
    _lines(desk, "Skrivruta", max(3, round(desk.room / LINE)))


def _rader(desk: Desk, area: Rader) -> None:
    _lines(desk, "Skrivrad", area.antal)


def _lista(desk: Desk, area: Lista) -> None:
    write = numbered if area.numrerad else bullets
    for paragraph in write(desk.document, area.punkter) if area.ifylls else ():
        _after(desk.document.add_paragraph(style="Skrivrad"), paragraph)
    if not area.ifylls:
        write(desk.document, area.punkter)


def _after(line: Any, paragraph: Any) -> None:
    """Move a line to stand after a paragraph."""
    paragraph._p.addnext(line._p)


def _tabell(desk: Desk, area: Tabell) -> None:
    heads = [column.rubrik for column in area.kolumner]
    names = [*area.rader, *["…" if area.rader else ""] * (area.antal or 0)]
    rows = [[""] * len(heads) for _ in names]
    if area.rader:
        heads = ["", *heads]
        rows = [[name, *row] for name, row in zip(names, rows, strict=True)]
    _table(desk, area, heads, rows, area.andelar, row_heads=bool(area.rader))


def _skala(desk: Desk, area: Skala) -> None:
    values = [str(value) for value in range(area.fran, area.till + 1)]
    desk.document.add_paragraph(f"{area.fran} = {area.lagst}. {area.till} = {area.hogst}.")
    rows = [[statement, *["○"] * len(values)] for statement in area.pastaenden]
    _table(desk, area, ["Påstående", *values], rows, [6.0 + len(values), *[1.0] * len(values)])


def _kryss(desk: Desk, area: Kryss) -> None:
    for choice in area.alternativ:
        desk.document.add_paragraph(f"☐ {choice}")


def _tankekarta(desk: Desk, area: Tankekarta) -> None:
    desk.document.add_paragraph().add_run(area.mitten).bold = True
    rows = [[branch, ""] for branch in area.grenar]
    _table(desk, area, ["Gren", "Anteckningar"], rows, [1.0, 3.0], row_heads=True)


def _vag(desk: Desk, area: Vag) -> None:
    rows = [[f"{number}. {stop.rubrik}", stop.fraga or "", ""] for number, stop in enumerate(area.stationer, start=1)]
    heads, shares = ["Station", "Fråga", "Anteckningar"], [1.0, 1.0, 2.0]
    _table(desk, area, heads, rows, shares, row_heads=True)


def _matris(desk: Desk, area: Matris) -> None:
    rows = [[name, *[""] * len(area.kolumner)] for name in area.rader]
    _table(desk, area, ["", *area.kolumner], rows, [0.6, *[1.0] * len(area.kolumner)], row_heads=True)


def _kort(desk: Desk, area: Kort) -> None:
    for card in area.korten:
        paragraph = desk.document.add_paragraph(style="Skrivruta")
        if card.rubrik:
            paragraph.add_run(f"{card.rubrik}: ").bold = True
        paragraph.add_run(card.text)
        desk.document.add_paragraph()


def _poster(desk: Desk, area: Poster) -> None:
    write_html(desk.document, area.rubrik, next(desk.entries), desk.width)


_KINDS: dict[str, Callable[[Desk, Any], None]] = {
    "fritext": _fritext,
    "rader": _rader,
    "lista": _lista,
    "tabell": _tabell,
    "skala": _skala,
    "kryss": _kryss,
    "tankekarta": _tankekarta,
    "vag": _vag,
    "matris": _matris,
    "kort": _kort,
    "poster": _poster,
}
