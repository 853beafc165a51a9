"""What an entry may lack, per type, and how to see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..law.reach import mentions
from ..model import (
    Amne,
    Begrepp,
    Entry,
    Exempel,
    Fall,
    Forfattning,
    Handbook,
    Indikator,
    Kalla,
    Kontakt,
    Lagandring,
    Lagrum,
    Mall,
    Ovning,
    Regionkoordinator,
    Roll,
    SourcedEntry,
    Stallning,
    Steg,
    references,
    texts,
)
from ..rules.links import links


@dataclass(frozen=True)
class Whole:
    """The handbook that an entry stands in, and what leads to what there."""

    handbook: Handbook

    @cached_property
    def linked(self) -> frozenset[str]:
        """Every id that another entry or a page leads to."""
        return frozenset(self._targets())

    def _targets(self) -> Iterator[str]:
        yield from mentions(self.handbook)
        yield from self.handbook.shown
        for entry in self.handbook:
            yield from (str(target) for _, target in references(entry) if target != entry.id)
            for _, text in texts(entry):
                if "](" in text:
                    yield from (link.target.partition("#")[0] for link in links(text) if link.is_id)


@dataclass(frozen=True)
class Lack:
    """One thing that an entry of a type may lack."""

    kind: type[Entry]
    text: str
    """What is lacking, after ”övningar”: ”utan blad”."""
    lacks: Callable[[Whole, Entry], bool]


def _empty(kind: type[Entry], text: str, *fields: str) -> Lack:
    """A lack of every one of these fields."""
    return Lack(kind, text, lambda _, entry: not any(getattr(entry, name) for name in fields))


def _unsure(kind: type[Entry]) -> Lack:
    return Lack(kind, "att verifiera", lambda _, entry: getattr(entry, "sakerhet", "") == "att-verifiera")


def _without_reflection(whole: Whole, entry: Entry) -> bool:
    return not any(one.slag == "reflektion" for one in whole.handbook.used_by(entry, Ovning))


def _without_example(_: Whole, entry: Entry) -> bool:
    assert isinstance(entry, Mall)
    areas = [area for page in entry.blad for area in page.omraden]
    asks = [area for area in areas if hasattr(area, "exempel") and getattr(area, "ifylls", True)]
    return bool(asks) and not any(getattr(area, "exempel", ()) for area in asks)


def _unknown_sources(whole: Whole, entry: Entry) -> bool:
    assert isinstance(entry, SourcedEntry)
    found = [whole.handbook.find(ref) for ref in entry.kallor]
    return all(source is None or source.titel_okand for source in found)


def _numbers_unsure(_: Whole, entry: Entry) -> bool:
    assert isinstance(entry, Kontakt)
    return any(number.sakerhet == "att-verifiera" for number in entry.telefon)


def _overdue(whole: Whole, entry: Entry) -> bool:
    return isinstance(entry, SourcedEntry) and entry.ses_over_senast < whole.handbook.today


def _unlinked(whole: Whole, entry: Entry) -> bool:
    return entry.id not in whole.linked


LACKS: tuple[Lack, ...] = (
    Lack(Steg, "utan reflektion", _without_reflection),
    _empty(Steg, "utan stöd för liten kommun", "liten_kommun"),
    _empty(Steg, "utan barnperspektiv", "barn"),
    _empty(Steg, "utan lagrum", "lagrum"),
    _empty(Ovning, "utan blad", "mallar"),
    _empty(Ovning, "utan stöd för liten kommun", "liten_kommun"),
    Lack(Mall, "utan ifyllt exempel", _without_example),
    Lack(Mall, "som inget använder", _unlinked),
    Lack(Fall, "som inget använder", _unlinked),
    _empty(Fall, "utan vändning", "vandningar"),
    _unsure(Forfattning),
    _empty(Forfattning, "utan läst text", "textens_datum"),
    _unsure(Lagrum),
    _empty(Lagrum, "utan läst text", "textens_datum"),
    _empty(Lagrum, "utan vem som använder", "anvands"),
    Lack(Lagrum, "som inget länkar till", _unlinked),
    _unsure(Lagandring),
    _empty(Stallning, "utan barnperspektiv", "barn"),
    Lack(Amne, "som inget länkar till", _unlinked),
    _empty(Amne, "utan lagrum och kontakt", "lagrum", "kontakter"),
    _empty(Amne, "utan barnperspektiv", "barn"),
    _unsure(Indikator),
    Lack(Begrepp, "utan källa med känd titel", _unknown_sources),
    Lack(Begrepp, "som inget länkar till", _unlinked),
    _empty(Roll, "utan kontakt", "kontakter"),
    _empty(Roll, "utan barnperspektiv", "barn"),
    Lack(Exempel, "med okänd verkan", lambda _, entry: getattr(entry, "evidens", "") == "okant"),
    _empty(Kalla, "utan adress", "lank"),
    _unsure(Kontakt),
    Lack(Kontakt, "med nummer att verifiera", _numbers_unsure),
    _empty(Kontakt, "utan tider", "oppet"),
    _unsure(Regionkoordinator),
)
OVERDUE = "att se över nu"


def lacks_of(kind: type[Entry], overdue: bool) -> Iterator[Lack]:
    """The columns of a type; with `overdue`, also what should have been checked by today."""
    yield from (lack for lack in LACKS if lack.kind is kind)
    if overdue and issubclass(kind, SourcedEntry):
        yield Lack(kind, OVERDUE, _overdue)
    yield Lack(kind, "utkast", lambda _, entry: entry.publicering == "utkast")
