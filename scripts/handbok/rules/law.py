"""Rules on law: dates, scales and replacements that agree, ids that follow from numbers, official links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from ..law.acts import act_of
from ..law.citations import paragraph_id
from ..model import FieldPath, Forfattning, Handbook, Lagrum
from ..problems import Problem
from .citations import hanvisning_till_okand_paragraf, hanvisning_till_upphavd_paragraf

OFFICIAL = (
    "rkrattsbaser.gov.se",
    "svenskforfattningssamling.se",
    "riksdagen.se",
    "regeringen.se",
    "domstol.se",
    "eur-lex.europa.eu",
    "data.europa.eu",
    "coe.int",
    "ohchr.org",
    "treaties.un.org",
    "un.org",
    "ilo.org",
)
"""Publishers of statutes, treaties and the Government's own documents; their subdomains count."""
AGENCIES = (
    "socialstyrelsen.se",
    "migrationsverket.se",
    "skolverket.se",
    "av.se",
    "ivo.se",
    "jamstalldhetsmyndigheten.se",
    "bra.se",
    "polisen.se",
    "folkhalsomyndigheten.se",
    "digg.se",
    "imy.se",
    "pts.se",
    "upphandlingsmyndigheten.se",
    "brottsoffermyndigheten.se",
    "lansstyrelsen.se",
    "mfd.se",
)
"""Agencies that publish rules, programmes and mandates of their own."""
_OF_AGENCIES = ("foreskrift", "strategi", "program", "uppdrag")


def galler_och_upphavd(handbook: Handbook) -> Iterator[Problem]:
    """En paragraf eller författning kan inte både gälla och vara upphävd."""
    for act in handbook.all(Forfattning):
        if act.upphavd and act.i_kraft and act.upphavd.fran <= act.i_kraft:
            message = f"upphävd från {act.upphavd.fran} men i kraft först {act.i_kraft}. Rätta ett av datumen"
            yield act.problem(("upphavd",), message)
    for lagrum in handbook.all(Lagrum):
        yield from _both(handbook, lagrum)


def _both(handbook: Handbook, lagrum: Lagrum) -> Iterator[Problem]:
    act = handbook.find(lagrum.forfattning)
    began = lagrum.lydelse.fran if lagrum.lydelse else None
    if lagrum.upphavd and began and lagrum.upphavd.fran <= began:
        message = f"upphävd från {lagrum.upphavd.fran} men lydelsen gäller från {began}. Ta bort det ena"
        yield lagrum.problem(("upphavd",), message)
    elif lagrum.upphavd and any(coming.fran and coming.fran >= lagrum.upphavd.fran for coming in lagrum.kommande):
        yield lagrum.problem(
            ("kommande",), f"upphävd från {lagrum.upphavd.fran} men ska ändras därefter. Ta bort det ena"
        )
    elif act and act.upphavd and not lagrum.upphavd and (lagrum.textens_datum or date.max) >= act.upphavd.fran:
        message = (
            f"{act.rubrik} är upphävd från {act.upphavd.fran} men paragrafen gäller enligt posten. "
            "Skriv upphavd, eller rätta forfattning"
        )
        yield lagrum.problem(("forfattning",), message)


def ersattning_i_cirkel(handbook: Handbook) -> Iterator[Problem]:
    """Det som ersätter något gammalt kan inte i sin tur ersättas av det gamla."""
    following = {
        entry.id: tuple(str(target) for target in entry.ersatt_av)
        for entry in handbook
        if isinstance(entry, Lagrum | Forfattning)
    }
    told: set[str] = set()
    for start in sorted(following):
        circle = _circle(start, following)
        if circle and not told & set(circle):
            told |= set(circle)
            message = f"ersättningen går i cirkel: {' → '.join((*circle, start))}. Ta bort en av hänvisningarna"
            yield handbook[start].problem(("ersatt_av",), message)


def _circle(start: str, following: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from an entry by its replacements back to itself; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for target in following.get(way[-1], ()):
            if target == start:
                return way
            if target not in seen:
                seen.add(target)
                ways.append((*way, target))
    return ()


def skala_min_over_max(handbook: Handbook) -> Iterator[Problem]:
    """Det lägsta straffet i en skala är inte högre än det högsta."""
    for lagrum in handbook.all(Lagrum):
        scales: list[tuple[FieldPath, Any]] = [
            (("straff", number), scale) for number, scale in enumerate(lagrum.straff)
        ]
        for place, stycke in enumerate(lagrum.stycken):
            scales += [(("stycken", place, "straff", number), scale) for number, scale in enumerate(stycke.straff)]
        for path, scale in scales:
            if scale.max_manader is not None and scale.min_manader > scale.max_manader:
                message = f"lägsta straffet {scale.min_manader} månader är högre än högsta {scale.max_manader}"
                yield lagrum.problem((*path, "min_manader"), f"{message}. Rätta skalan efter lagtexten")


def inofficiell_lagtextlank(handbook: Handbook) -> Iterator[Problem]:
    """Länkar till lagtext leder till den som ger ut texten, så att läsaren ser vad som gäller."""
    for entry in handbook:
        if isinstance(entry, Lagrum | Forfattning):
            for path, address in _addresses(entry):
                if not is_official(address, _slag(handbook, entry)):
                    host = urlsplit(address).hostname
                    message = f"”{host}” ger inte ut lagtexten. Länka till rkrattsbaser.gov.se eller en annan utgivare"
                    yield entry.problem(path, message)


def _slag(handbook: Handbook, entry: Lagrum | Forfattning) -> str:
    act = handbook.find(entry.forfattning) if isinstance(entry, Lagrum) else entry
    return act.slag if act else ""


def _addresses(entry: Lagrum | Forfattning) -> Iterator[tuple[FieldPath, str]]:
    yield ("lank",), entry.lank
    if isinstance(entry, Forfattning):
        yield from ((("fler_lankar", number), address) for number, address in enumerate(entry.fler_lankar))


def is_official(address: str, slag: str) -> bool:
    """Whether an address belongs to a publisher of law; agencies count for what agencies decide."""
    host = (urlsplit(address).hostname or "").lower()
    hosts = (*OFFICIAL, *AGENCIES) if slag in _OF_AGENCIES else OFFICIAL
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def fel_id_for_paragraf(handbook: Handbook) -> Iterator[Problem]:
    """En paragrafs id följer av författning, kapitel och paragraf; hänvisningar i löpande text söks så."""
    for lagrum in handbook.all(Lagrum):
        if act := handbook.find(lagrum.forfattning):
            wanted = paragraph_id(act_of(act), lagrum.kapitel, lagrum.paragraf)
            if lagrum.id != wanted:
                yield lagrum.problem(("paragraf",), f"{lagrum.beteckning} ska ha id:t ”{wanted}”. Byt filens namn")


def text_last_efter_kontroll(handbook: Handbook) -> Iterator[Problem]:
    """Ingen kan ha kontrollerat en lagtext innan den lästes."""
    for entry in handbook:
        if isinstance(entry, Lagrum | Forfattning) and entry.textens_datum and entry.textens_datum > entry.kontrollerad:
            message = f"textens_datum {entry.textens_datum} ligger efter kontrollerad {entry.kontrollerad}"
            yield entry.problem(("textens_datum",), message)


LAW_RULES = (
    galler_och_upphavd,
    ersattning_i_cirkel,
    skala_min_over_max,
    inofficiell_lagtextlank,
    fel_id_for_paragraf,
    text_last_efter_kontroll,
    hanvisning_till_okand_paragraf,
    hanvisning_till_upphavd_paragraf,
)
"""The rules on law."""
