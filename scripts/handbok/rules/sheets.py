"""Rules on sheets: areas within the grid, whole scales and tables, examples that belong to what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..model import Beslutstrad, Handbook, Mall
from ..model.mall import Blad, Kryss, Lista, Matris, Omrade, Poster, Rader, Skala, Tabell, Tankekarta, Vag
from ..model.refs import FieldPath
from ..problems import Problem

SHOWN = {"beslutstrad": ("fragor", "utfall"), "fall": ("fall", "vandningar")}
"""What an area can show of entries that have several things to show."""


def omrade_utanfor_bladet(handbook: Handbook) -> Iterator[Problem]:
    """Varje område ligger inom bladets kolumner och rader."""
    for mall, path, page, area in _areas(handbook):
        column, row = area.kolumn + area.bredd - 1, area.rad + area.hojd - 1
        if column > page.kolumner:
            told = f"området ”{area.rubrik}” når till kolumn {column} av {page.kolumner}. Ändra kolumn eller bredd."
            yield mall.problem((*path, "kolumn"), told)
        if row > page.rader:
            told = f"området ”{area.rubrik}” når till rad {row} av {page.rader}. Ändra rad eller hojd."
            yield mall.problem((*path, "rad"), told)


def overlappande_omraden(handbook: Handbook) -> Iterator[Problem]:
    """Två områden kan inte ligga på samma plats på bladet."""
    for mall in handbook.all(Mall):
        for number, page in enumerate(mall.blad):
            for (_, first), (place, second) in combinations(enumerate(page.omraden), 2):
                if _overlap(first, second):
                    told = f"området ”{second.rubrik}” ligger över ”{first.rubrik}”. Flytta det eller gör det mindre."
                    yield mall.problem(("blad", number, "omraden", place), told)


def skala_utan_andar(handbook: Handbook) -> Iterator[Problem]:
    """En skala går från ett lägre värde till ett högre."""
    for mall, path, _, area in _areas(handbook):
        if isinstance(area, Skala) and area.fran >= area.till:
            told = (
                f"skalan går från {area.fran} till {area.till}. Skriv det lägsta värdet i fran och det högsta i till."
            )
            yield mall.problem((*path, "till"), told)


def tabell_utan_rader(handbook: Handbook) -> Iterator[Problem]:
    """En tabell har rader att skriva i: med rubriker eller ett antal tomma."""
    for mall, path, _, area in _areas(handbook):
        if isinstance(area, Tabell) and not area.rader and area.antal is None:
            told = f"tabellen ”{area.rubrik}” har inga rader. Skriv radrubriker i rader eller ett tal i antal."
            yield mall.problem(path, told)


def exempel_utanfor_skalan(handbook: Handbook) -> Iterator[Problem]:
    """Exemplet svarar med värden som finns på skalan."""
    for mall, path, _, area in _areas(handbook):
        if isinstance(area, Skala):
            for number, value in enumerate(area.exempel):
                if not area.fran <= value <= area.till:
                    told = f"exemplet {value} finns inte på skalan, som går från {area.fran} till {area.till}."
                    yield mall.problem((*path, "exempel", number), told)


def exempel_utan_plats(handbook: Handbook) -> Iterator[Problem]:
    """Exemplet har inte fler svar än bladet har plats för."""
    for mall, path, _, area in _areas(handbook):
        places, given = _places(area), len(getattr(area, "exempel", ()))
        if places is not None and given > places:
            told = (
                f"exemplet har {given} svar, men ”{area.rubrik}” har plats för {places}. Stryk svar eller ge dem plats."
            )
            yield mall.problem((*path, "exempel"), told)
        if isinstance(area, Tabell):
            for number, row in enumerate(area.exempel):
                if len(row) > len(area.kolumner):
                    told = f"raden har {len(row)} celler på {len(area.kolumner)} kolumner. Slå ihop eller stryk celler."
                    yield mall.problem((*path, "exempel", number), told)


def okant_alternativ(handbook: Handbook) -> Iterator[Problem]:
    """Det som kryssas i exemplet är ett av de tryckta alternativen."""
    for mall, path, _, area in _areas(handbook):
        if isinstance(area, Kryss):
            for number, ticked in enumerate(area.exempel):
                if ticked not in area.alternativ:
                    told = f"”{ticked}” är kryssat i exemplet men är inget alternativ. Skriv likadant på båda ställena."
                    yield mall.problem((*path, "exempel", number), told)


def del_utanfor_helheten(handbook: Handbook) -> Iterator[Problem]:
    """Ett område visar en del som finns, av lagrum eller av ett beslutsträd."""
    for mall, path, _, area in _areas(handbook):
        if isinstance(area, Poster) and area.nr > area.av:
            told = f"området visar del {area.nr} av {area.av}. Sätt nr till högst {area.av}, eller höj av."
            yield mall.problem((*path, "nr"), told)


def blandade_poster(handbook: Handbook) -> Iterator[Problem]:
    """Ett område visar ett enda beslutsträd, eller poster av ett slag, och av dem något som de har."""
    for mall, path, _, area in _areas(handbook):
        if not isinstance(area, Poster):
            continue
        if len(area.typer) > 1:
            told = (
                f"området visar poster av olika slag: {', '.join(sorted(area.typer))}. Ge varje slag ett eget område."
            )
            yield mall.problem((*path, "urval"), told)
        elif area.typer == {Beslutstrad.typ} and len(area.urval) > 1:
            yield mall.problem((*path, "urval"), "området visar flera beslutsträd. Ge varje träd ett eget område.")
        elif area.visar and area.visar not in SHOWN.get(area.urval[0].partition("/")[0], ()):
            told = f"”{area.visar}” finns inte hos {area.urval[0]}. Stryk visar, eller välj något som finns."
            yield mall.problem((*path, "visar"), told)


SHEET_RULES = (
    omrade_utanfor_bladet,
    overlappande_omraden,
    skala_utan_andar,
    tabell_utan_rader,
    exempel_utanfor_skalan,
    exempel_utan_plats,
    okant_alternativ,
    del_utanfor_helheten,
    blandade_poster,
)
"""Every rule on sheets."""


def _areas(handbook: Handbook) -> Iterator[tuple[Mall, FieldPath, Blad, Omrade]]:
    """Every area of every sheet, with its place in the entry and the page it stands on."""
    for mall in handbook.all(Mall):
        for number, page in enumerate(mall.blad):
            for place, area in enumerate(page.omraden):
                yield mall, ("blad", number, "omraden", place), page, area


def _overlap(first: Omrade, second: Omrade) -> bool:
    """Whether two areas share a square of the grid."""
    beside = first.kolumn + first.bredd <= second.kolumn or second.kolumn + second.bredd <= first.kolumn
    above = first.rad + first.hojd <= second.rad or second.rad + second.hojd <= first.rad
    return not beside and not above


def _places(area: Omrade) -> int | None:
    """How many answers an area has room for; None where they may be any number."""
    match area:
        case Rader():
            places = area.antal
        case Lista(punkter=printed) | Skala(pastaenden=printed):
            places = len(printed)
        case Tankekarta(grenar=parts) | Vag(stationer=parts):
            places = len(parts)
        case Tabell():
            places = len(area.rader) + (area.antal or 0)
        case Matris():
            places = len(area.kolumner) * len(area.rader)
        case _:
            return None
    return places
