"""Where registers come from: the Government Offices online, the Riksdag as a second voice, or files saved before.

The hosts are the official publishers of Swedish law. Only `lawwatch.py` asks them; the build never does.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..manners import Manners
from .fetching import NotFound, Question, Unreachable, ask
from .numbering import sfs_key
from .registers import NotARegister, Register, from_mapping, from_rattsbaser

RATTSBASER = "https://beta.rkrattsbaser.gov.se"
RIKSDAGEN = "https://data.riksdagen.se"


@dataclass(frozen=True)
class Answer:
    """What a source had on one act. Without a register: `missing` when it has none, else it was not reached."""

    register: Register | None
    why: str = ""
    missing: bool = False
    reached: bool = True


Source = Callable[[str], Answer]
"""From an SFS number to what there is on the act."""


@dataclass(frozen=True)
class Online:
    """The official servers, with how to behave towards them."""

    cache: Path
    rattsbaser: str = RATTSBASER
    riksdagen: str = RIKSDAGEN
    manners: Manners = field(default_factory=Manners)

    def __call__(self, sfs: str) -> Answer:
        """The register from Rättsbaser; when that fails, what the Riksdag knows of how far the text goes."""
        try:
            return Answer(self._register(sfs))
        except NotFound:
            return Answer(None, f"Rättsbaser har ingen författning {sfs}", missing=True)
        except (Unreachable, NotARegister) as failed:
            return self._second_voice(sfs, f"Rättsbaser: {failed}")

    def _register(self, sfs: str) -> Register:
        question = {
            "searchIndexes": ["Sfs"],
            "api": "search",
            "json": {
                "query": {"bool": {"must": [{"term": {"beteckning.keyword": sfs}}, {"term": {"publicerad": True}}]}},
                "_source": {"excludes": ["fulltext.forfattningstext"]},
                "size": 1,
            },
        }
        url = f"{self.rattsbaser}/elasticsearch/SearchEsByRawJson"
        found = ask(Question(_name("rb", sfs), url, json.dumps(question).encode()), self.cache, self.manners)
        register = from_rattsbaser(_hit(found), "Rättsbaser")
        if register.act != sfs:
            raise NotARegister(f"svaret gäller {register.act}")
        return register

    def _second_voice(self, sfs: str, why: str) -> Answer:
        year, _, number = sfs.partition(":")
        url = f"{self.riksdagen}/dokument/sfs-{year}-{number}.json"
        try:
            found = ask(Question(_name("rd", sfs), url), self.cache, self.manners)
            return Answer(_from_riksdagen(sfs, found), why, reached=False)
        except (NotFound, Unreachable, NotARegister) as failed:
            return Answer(None, f"{why}. Riksdagen: {failed}", reached=False)


def _name(prefix: str, sfs: str) -> str:
    return f"{prefix}-{sfs.replace(':', '-')}"


def _hit(found: object) -> Mapping[str, Any]:
    """The first document of a search.

    Raises NotFound when there is none, NotARegister when the answer is no search result.
    """
    hits = found.get("hits") if isinstance(found, Mapping) else None
    rows = hits.get("hits") if isinstance(hits, Mapping) else None
    if not isinstance(rows, list):
        raise NotARegister("svaret är inget sökresultat")
    if not rows:
        raise NotFound("ingen träff")
    document = rows[0].get("_source") if isinstance(rows[0], Mapping) else None
    if not isinstance(document, Mapping):
        raise NotARegister("träffen saknar dokument")
    return document


def _from_riksdagen(sfs: str, found: object) -> Register:
    """What the Riksdag's copy says: how far the text goes, never which paragraph changed."""
    status = found.get("dokumentstatus") if isinstance(found, Mapping) else None
    document = status.get("dokument") if isinstance(status, Mapping) else None
    if not isinstance(document, Mapping):
        raise NotARegister("svaret är inget dokument")
    through = document.get("undertitel") or document.get("subtitel")
    shape = {"beteckning": sfs, "rubrik": document.get("titel"), "andring_inford": through}
    return from_mapping(shape, "Riksdagens öppna data")


@dataclass(frozen=True)
class Saved:
    """Registers read from files: the newest of each act, and the files that could not be read."""

    registers: Mapping[str, Register]
    faults: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, sfs: str) -> Answer:
        """The saved register of an act."""
        if register := self.registers.get(sfs):
            return Answer(register)
        year_number = sfs.replace(":", "-")
        fault = next((why for name, why in self.faults.items() if year_number in name), None)
        if fault:
            return Answer(None, fault, reached=False)
        return Answer(None, f"ingen sparad fil har registret för {sfs}", missing=True)


def newest(registers: Iterable[Register]) -> dict[str, Register]:
    """For each act the register that says most: one with a list before one without, then the latest."""
    found: dict[str, Register] = {}
    for register in sorted(registers, key=_freshness):
        found[register.act] = register
    return found


def _freshness(register: Register) -> tuple[bool, tuple[int, int], str]:
    last = max((sfs_key(amendment.sfs) for amendment in register.amendments or ()), default=(0, 0))
    return register.amendments is not None, last, str(register.updated or "")
