"""Findings and events as plain rows, in Swedish, for JSON and for content/lagbevakning.yml."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from .clauses import Slag, Spot
from .comparing import Finding, Lage
from .events import Event
from .numbering import parts, sfs_key

Row = dict[str, Any]


def event_row(event: Event) -> Row:
    """One line of `--register`: which paragraph, by which act, from when, and whether that is sure."""
    row: Row = {
        "akt": event.act,
        "kapitel": event.chapter,
        "paragraf": event.paragraph,
        "sfs": event.sfs,
        "fran": event.day.isoformat() if event.day else None,
        "slag": str(event.slag),
        "saker": event.certain,
        "dag_saker": event.day_certain,
        "anteckning": event.note,
    }
    extra = {
        "blev": spot_text(event.became),
        "var": spot_text(event.was),
        "andrad_genom": list(event.by),
        "rattelse": event.evidence,
    }
    return row | {name: value for name, value in extra.items() if value}


def in_window(events: Iterable[Event], since: date | None, until: date | None) -> list[Event]:
    """The events that start on a day from `since` to `until`, both included, in order. One without a day has none."""
    first, last = since or date.min, until or date.max
    return sorted((event for event in events if event.day and first <= event.day <= last), key=order)


def order(event: Event) -> tuple[Any, ...]:
    """By day, then act, then where it stands."""
    return (
        event.day or date.max,
        sfs_key(event.sfs),
        parts(event.chapter or "0"),
        parts(event.paragraph or "0"),
        event.slag,
    )


def unread_row(act: str) -> Row:
    """The line that says that a register has no list: what has changed is unknown."""
    return {
        "akt": act, "kapitel": None, "paragraf": None, "sfs": None, "fran": None, "slag": str(Slag.OLAST),
        "saker": False, "anteckning": "ändringsregistret saknas i källan; okänt vad som har ändrats",
    }  # fmt: skip


def finding_row(finding: Finding) -> Row:
    """A finding without what it touches."""
    return {
        "lagrum": finding.lagrum.id,
        "forfattning": str(finding.lagrum.forfattning),
        "beteckning": finding.lagrum.beteckning,
        "kapitel": finding.lagrum.kapitel,
        "paragraf": finding.lagrum.paragraf,
        "lage": str(finding.lage),
        **{name: value for name, value in event_row(finding.event).items() if name not in ("kapitel", "paragraf")},
        "varfor": finding.why,
        "redan_i_posten": finding.known,
        "gor": to_do(finding),
    }


def spot_text(spot: Spot | None) -> str | None:
    """`17 kap. 3 c §`, `14 §`, `35 kap.`."""
    if spot is None:
        return None
    chapter = f"{spot[0]} kap." if spot[0] else ""
    return " ".join(word for word in (chapter, f"{spot[1]} §" if spot[1] else "") if word)


def to_do(finding: Finding) -> str:
    """What the editor does about a finding."""
    if finding.lage is Lage.OLAST:
        return "Öppna ändringsregistret och avgör själv: noten går inte att läsa säkert."
    if finding.lage is Lage.KOMMANDE:
        coming = "Posten nämner redan ändringen. Läs paragrafen när den börjar gälla."
        return coming if finding.known else "Skriv in ändringen under kommande i posten."
    return _to_do_now(finding)


def _to_do_now(finding: Finding) -> str:
    event = finding.event
    if finding.known and finding.lagrum.lydelse and finding.lagrum.lydelse.sfs == event.sfs:
        return "Posten har redan den lydelsen. Kontrollera bara att sidorna följer den."
    if event.became:
        return f"Innehållet heter nu {spot_text(event.became)}. Flytta posten och läs vad det gamla numret innehåller."
    if event.slag is Slag.UPPHAVD:
        return "Paragrafen är upphävd. Skriv upphavd och ersatt_av i posten och rätta det som hänvisar hit."
    return "Läs paragrafen i den officiella texten. Rätta posten och skriv ny lydelse och nytt textens_datum."
