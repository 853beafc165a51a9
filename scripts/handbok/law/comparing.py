"""The paragraphs of the handbook against what the registers tell.

A paragraph has changed when the register has a change that the wording we read cannot hold: it started after the day
of the text we read (`textens_datum`), or after the wording the entry names (`lydelse`), or its act was issued after the
last one worked into the text (`andring_inford`). The day of our own check (`kontrollerad`) proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..model import Forfattning, Lagrum
from .clauses import Slag
from .events import Event
from .numbering import canonical, sfs_key
from .registers import Register

DATES_BEGIN = 1982
"""Before this year the registers have no days: an entry without one is old, not to come."""


class Lage(StrEnum):
    """What can be said of a paragraph."""

    OFORANDRAD = "oförändrad"
    KOMMANDE = "kommande"
    OLAST = "oläst"
    ANDRAD = "ändrad"
    UPPHAVD = "upphävd"


@dataclass(frozen=True)
class Finding:
    """One change of one of our paragraphs, and why we think it is not in what we read."""

    lagrum: Lagrum
    event: Event
    lage: Lage
    why: str
    known: bool = False
    """The entry already tells of it: in `kommande`, or, when asked about a day, in the wording read."""


@dataclass(frozen=True)
class Status:
    """A paragraph, what can be said of it, and on what grounds."""

    lagrum: Lagrum
    lage: Lage
    findings: tuple[Finding, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class Basis:
    """What a comparison starts from: today, and, when asked about a past day, that day instead of the text's."""

    today: date
    since: date | None = None
    days: dict[str, date] = field(default_factory=dict)
    """When each amending act of the register starts."""


def compare(
    act: Forfattning, paragraphs: Iterable[Lagrum], register: Register, found: Sequence[Event], basis: Basis
) -> tuple[Status, ...]:
    """The status of each of our paragraphs of one act."""
    days = {act.nummer: act.i_kraft or date.min} | {event.sfs: event.day for event in found if event.day}
    known = Basis(basis.today, basis.since, days)
    gap = _gap(act, register)
    return tuple(_status(act, paragraph, found, known, gap) for paragraph in paragraphs)


def _gap(act: Forfattning, register: Register) -> str:
    """Why the register at hand cannot tell that something is unchanged; empty when it can."""
    if register.amendments is None:
        return "ändringsregistret saknas i källan"
    last = max((amendment.sfs for amendment in register.amendments), key=sfs_key, default=None)
    newest = max((sfs for sfs in (act.nummer, last, register.consolidated_through) if sfs), key=sfs_key)
    if act.andring_inford and sfs_key(newest) < sfs_key(act.andring_inford):
        return f"registret slutar vid {newest} men vi har läst text t.o.m. {act.andring_inford}"
    return ""


def _status(act: Forfattning, paragraph: Lagrum, found: Sequence[Event], basis: Basis, gap: str) -> Status:
    if paragraph.upphavd and paragraph.upphavd.fran <= basis.today:
        return Status(paragraph, Lage.UPPHAVD, why="posten säger redan att paragrafen är upphävd")
    findings = tuple(_findings(act, paragraph, found, basis))
    if not paragraph.textens_datum and not basis.since:
        gap = "posten saknar textens_datum: ingen har läst lagtexten"
    order = (Lage.ANDRAD, Lage.OLAST, Lage.KOMMANDE)
    lage = next((lage for lage in order if any(finding.lage is lage for finding in findings)), Lage.OFORANDRAD)
    if gap and lage in (Lage.OFORANDRAD, Lage.KOMMANDE):
        return Status(paragraph, Lage.OLAST, findings, gap)
    return Status(paragraph, lage, findings)


def _findings(act: Forfattning, paragraph: Lagrum, found: Sequence[Event], basis: Basis) -> Iterator[Finding]:
    for event in found:
        match = _match(event, paragraph)
        if match is None:
            continue
        if event.day is None or event.day > basis.today:
            if why := _coming(act, paragraph, event):
                told = event.sfs in _told(paragraph)
                yield Finding(paragraph, event, Lage.KOMMANDE if match else Lage.OLAST, why, told)
        elif why := _unread(act, paragraph, event, basis):
            read = paragraph.lydelse is not None and paragraph.lydelse.sfs == event.sfs
            yield Finding(paragraph, event, Lage.ANDRAD if match else Lage.OLAST, why, read)


def _told(paragraph: Lagrum) -> set[str]:
    """The amending acts that an entry tells of: coming ones, and the one that gave the wording read."""
    coming = {coming.sfs for coming in paragraph.kommande}
    return coming | {paragraph.lydelse.sfs} if paragraph.lydelse else coming


def _match(event: Event, paragraph: Lagrum) -> bool | None:
    """True when an event is surely about a paragraph, False when it may be, None when it is not."""
    chapter = canonical(paragraph.kapitel) if paragraph.kapitel else None
    number = canonical(paragraph.paragraf)
    if event.slag is Slag.OLAST:
        return False
    if event.spot == (chapter, number) or (event.paragraph is None and event.chapter == chapter is not None):
        return event.certain
    if not event.certain and event.chapter is None and event.paragraph == number:
        return False
    return None


def _coming(act: Forfattning, paragraph: Lagrum, event: Event) -> str:
    """Why an event that has not started concerns a paragraph; empty when it does not."""
    lydelse = paragraph.lydelse.sfs if paragraph.lydelse else ""
    if event.day:
        return f"beslutad men gäller först från {event.day}"
    if event.sfs == lydelse:
        return ""
    read = paragraph.textens_datum or act.textens_datum or date.min
    read_through = lydelse if event.certain else act.andring_inford or f"{read.year:04}:0"
    after = sfs_key(event.sfs) > max(sfs_key(read_through), (DATES_BEGIN, 0))
    return "beslutad men utan dag i registret" if after else ""


def _unread(act: Forfattning, paragraph: Lagrum, event: Event, basis: Basis) -> str:
    """Why an event in force is not in the wording we read; empty when it is."""
    assert event.day is not None
    if basis.since:
        return f"började gälla efter {basis.since}" if event.day > basis.since else ""
    lydelse = paragraph.lydelse
    if lydelse and lydelse.sfs == event.sfs:
        return ""
    if paragraph.textens_datum and event.day > paragraph.textens_datum:
        return f"började gälla efter den text vi läste, {paragraph.textens_datum}"
    return _contradicted(act, paragraph, event, basis) if event.certain else ""


def _contradicted(act: Forfattning, paragraph: Lagrum, event: Event, basis: Basis) -> str:
    """Why the text we read cannot have held an event although it was in force that day."""
    lydelse = paragraph.lydelse
    since = (lydelse.fran or basis.days.get(lydelse.sfs)) if lydelse else None
    if lydelse and since:
        late = event.day is not None and event.day > since
        return f"är senare än den lydelse posten anger, {lydelse.sfs} från {since}" if late else ""
    if act.andring_inford and sfs_key(event.sfs) > sfs_key(act.andring_inford):
        return f"är senare än den sista ändringen i texten vi läste, {act.andring_inford}"
    return ""
