"""An answer -> a verdict, in words an editor can act on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from .asking import PERMANENT, Answer, Hop


class Kind(StrEnum):
    """What became of an address."""

    OK = "fungerar"
    FLYTTAD = "flyttad"
    DOD = "död"
    MJUK = "mjuk 404"
    CERTIFIKAT = "certifikatfel"
    NEKAD = "nekad"
    BEGRANSAD = "för många frågor"
    SERVERFEL = "serverfel"
    ONABAR = "gick inte att nå"
    UNDANTAGEN = "undantagen"


DEAD = (Kind.DOD, Kind.MJUK, Kind.CERTIFIKAT)
"""What an editor has to mend; the others are told only."""


@dataclass(frozen=True)
class Verdict:
    """What became of one address; `new` is where it has moved for good."""

    kind: Kind
    why: str = ""
    new: str | None = None


_GONE = re.compile(
    r"<title[^>]*>[^<]*(?:\b404\b|(?:sidan|dokumentet|artikeln)\s+(?:kunde inte hittas|finns inte|saknas)|"
    r"hittades inte|hittar inte sidan|(?:page|document) (?:was )?not found|not found|page missing|existerar inte)",
    re.IGNORECASE,
)
_FAULTS = {
    "certifikat": Kind.CERTIFIKAT,
    "namn": Kind.DOD,
    "tid": Kind.ONABAR,
    "forbindelse": Kind.ONABAR,
    "slinga": Kind.DOD,
}


def judge(address: str, answer: Answer) -> Verdict:
    """What an answer says of an address."""
    final = answer.final
    if answer.fault or final is None:
        return Verdict(_FAULTS.get(answer.fault, Kind.ONABAR), answer.detail)
    if final.status >= 400:
        return _refused(final.status)
    if final.target is None and 300 <= final.status < 400 and final.status != 304:
        return Verdict(Kind.DOD, f"svarar {final.status} men säger inte vart")
    if soft := _soft(address, answer.hops, answer.body):
        return Verdict(Kind.MJUK, soft)
    new = _moved_to(address, answer.hops)
    if new and new != address:
        return Verdict(Kind.FLYTTAD, f"har flyttat för gott till {new}", new)
    return Verdict(Kind.OK)


def _refused(status: int) -> Verdict:
    if status in (404, 410):
        return Verdict(Kind.DOD, f"svarar {status}: sidan finns inte")
    if status in (401, 403, 405, 406, 451):
        return Verdict(Kind.NEKAD, f"svarar {status}: servern släpper inte in kontrollen; öppna sidan själv")
    if status == 429:
        return Verdict(Kind.BEGRANSAD, "svarar 429: servern vill ha färre frågor; prova en annan dag")
    if status >= 500:
        return Verdict(Kind.SERVERFEL, f"svarar {status}: servern har fel; prova en annan dag")
    return Verdict(Kind.DOD, f"svarar {status}")


def _soft(address: str, hops: tuple[Hop, ...], body: str) -> str:
    """Why an answer of 200 is no page: it says so itself, or a deep address led to the front page."""
    if _GONE.search(body):
        return "svarar 200, men sidan säger själv att den inte finns"
    end = urlsplit(hops[-1].address)
    deep = urlsplit(address).path.strip("/") or urlsplit(address).query
    if len(hops) > 1 and deep and not end.path.strip("/") and not end.query:
        return f"leder till startsidan {hops[-1].address}"
    return ""


def _moved_to(address: str, hops: tuple[Hop, ...]) -> str | None:
    """Where the unbroken run of permanent redirects from the start ends; the fragment goes along."""
    new = None
    for hop in hops:
        if hop.target is None or hop.status not in PERMANENT:
            break
        new = hop.target
    mark = address.partition("#")[2]
    return f"{new}#{mark}" if new and mark and "#" not in new else new
