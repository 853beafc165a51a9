"""Rules on goals: an example plan shows goals that can be followed up, of both kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Exempel, Handbook, Mall
from ..model.mall import Tabell
from ..model.refs import FieldPath
from ..problems import Problem

GOAL = "Delmål"
"""The heading of the column that makes a table one of goals."""
KIND = "P eller R"
"""Whether a goal is one of process (what we do) or of result (what becomes different)."""
NEEDED = ("Målgrupp", "Ägare", "Indikator", "Följs upp")
"""How the headings begin of the columns that each goal must fill."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def mal_utan_uppfoljning(handbook: Handbook) -> Iterator[Problem]:
    """Ett delmål har målgrupp, ägare, indikator och dag för uppföljning; annars är det ett önskemål."""
    for sheet, path, area in _goal_tables(handbook):
        columns = {name: _column(area, name) for name in NEEDED}
        missing = [name for name, place in columns.items() if place is None]
        if missing:
            told = f"tabellen ”{area.rubrik}” har delmål men ingen kolumn för {missing[0].lower()}. Lägg till den."
            yield sheet.problem((*path, "kolumner"), told)
            continue
        for number, row in enumerate(area.exempel):
            empty = [name for name, place in columns.items() if place is not None and not _cell(row, place)]
            if empty:
                told = f"delmål {number + 1} i exemplet saknar {empty[0].lower()}. Fyll hela raden."
                yield sheet.problem((*path, "exempel", number), told)
            elif not _DAY.fullmatch(_cell(row, columns["Följs upp"])):
                told = f"delmål {number + 1} i exemplet följs inte upp en bestämd dag. Skriv den som 2027-12-10."
                yield sheet.problem((*path, "exempel", number), told)


def mal_av_ett_slag(handbook: Handbook) -> Iterator[Problem]:
    """Mål är av två slag, process och resultat, och ett exempel visar båda."""
    for sheet, path, area in _goal_tables(handbook):
        place = _column(area, KIND)
        if place is None:
            told = f"tabellen ”{area.rubrik}” har delmål men ingen kolumn ”{KIND}”. Lägg till den."
            yield sheet.problem((*path, "kolumner"), told)
            continue
        kinds = [_cell(row, place) for row in area.exempel]
        for number, kind in enumerate(kinds):
            if kind not in ("P", "R"):
                told = f"delmål {number + 1} i exemplet är märkt ”{kind}”. Skriv P för process eller R för resultat."
                yield sheet.problem((*path, "exempel", number), told)
        missing = {"P", "R"} - set(kinds)
        if kinds and len(missing) == 1:
            word = "processmål (P)" if "P" in missing else "resultatmål (R)"
            yield sheet.problem((*path, "exempel"), f"exemplet har inget {word}. Ett exempel visar båda slagen.")


def plan_utan_eftertanke(handbook: Handbook) -> Iterator[Problem]:
    """En plan från en annan ort visas aldrig utan att vi säger vad den saknar eller vad som är annorlunda hos er."""
    for example in handbook.all(Exempel):
        if example.slag == "plan" and not example.tank_pa:
            told = "exemplet visar en plan men saknar tank_pa. Skriv vad som fattas: målgrupp, ägare, indikator, dag."
            yield example.problem((), told)


GOAL_RULES = (mal_utan_uppfoljning, mal_av_ett_slag, plan_utan_eftertanke)
"""Every rule on goals."""


def _goal_tables(handbook: Handbook) -> Iterator[tuple[Mall, FieldPath, Tabell]]:
    """The tables whose rows are goals, with their places."""
    for sheet in handbook.all(Mall):
        for number, page in enumerate(sheet.blad):
            for place, area in enumerate(page.omraden):
                if isinstance(area, Tabell) and GOAL in (column.rubrik for column in area.kolumner):
                    yield sheet, ("blad", number, "omraden", place), area


def _column(area: Tabell, begins: str) -> int | None:
    """The place of the column whose heading begins so."""
    return next((place for place, column in enumerate(area.kolumner) if column.rubrik.startswith(begins)), None)


def _cell(row: tuple[str, ...], place: int | None) -> str:
    """A cell of a row; rows may be shorter than the heading."""
    return row[place].strip(" –-") if place is not None and place < len(row) else ""
