"""What follows from a scale of penalties. Computed, never written; as certain as the least certain thing it rests on.

Nothing is computed from a scale that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..model import Handbook, Lagrum
from ..model.lagrum import Straffskala
from ..model.texts import Sakerhet

LIMITATION = "lagrum/brb-35-2"
"""Åtalspreskription: the paragraph that the limitation times are read from."""
SECRECY = "lagrum/osl-10-23"
"""Secrecy yields for an offence whose minimum reaches the threshold."""

_LIMITS = ((12, 2), (24, 5), (60, 10), (96, 15))
_LONGEST = 25
_THRESHOLD = 6
_THRESHOLD_FOR_ATTEMPT = 12

Alder = Literal["under-18", "18-eller-mer", "alla"]


@dataclass(frozen=True)
class Limitation:
    """How long an offence can be charged. `years` is None when it never expires by its scale (life)."""

    years: int | None
    sakerhet: Sakerhet
    textens_datum: date | None
    """The older of the two texts; None when one of them has not been read."""


@dataclass(frozen=True)
class Offence:
    """One scale of a paragraph: of the whole, of a stycke, of a degree."""

    lagrum: Lagrum
    etikett: str
    stycke: str | None
    scale: Straffskala
    alder: Alder | None


def is_known(scale: Straffskala) -> bool:
    """Whether the scale says what the penalty is: fines only, a maximum, or life."""
    return scale.max_manader is not None or scale.livstid or scale.boter


def limitation_years(scale: Straffskala) -> int | None:
    """Years until an offence can no longer be charged; None for an unknown scale and for life.

    BrB 35 kap. 2 §, SFS 2025:151: 2 years for at most one year's imprisonment, 5 for two, 10 for five, 15 for eight,
    else 25. Offences that may give life do not expire (35 kap. 10 §). Postponement for children (35 kap. 6 §) and the
    absolute limit (35 kap. 4 §) are not in the scale.
    """
    if not is_known(scale) or scale.livstid:
        return None
    longest = scale.max_manader or 0
    return next((years for months, years in _LIMITS if longest <= months), _LONGEST)


def reaches_threshold(scale: Straffskala, attempt: bool = False) -> bool | None:
    """Whether social services and care may report the offence when the victim is an adult; None when not known.

    OSL 10 kap. 23 §, SFS 2025:179: the minimum is six months' imprisonment or more; for attempt, preparation and
    conspiracy one year. A scale with fines has no minimum of imprisonment.
    """
    if not is_known(scale):
        return None
    return not scale.boter and scale.min_manader >= (_THRESHOLD_FOR_ATTEMPT if attempt else _THRESHOLD)


def applies_to_children(alder: Alder | None) -> bool | None:
    """Whether a paragraph applies when the victim is under 18; None when the entry does not say."""
    return None if alder is None else alder != "18-eller-mer"


def offences(lagrum: Lagrum) -> Iterator[Offence]:
    """Every scale of a paragraph, with what it is called and which stycke it stands in."""
    for scale in lagrum.straff:
        yield Offence(lagrum, scale.grad or lagrum.etikett, None, scale, lagrum.offrets_alder)
    for stycke in lagrum.stycken:
        for scale in stycke.straff:
            alder = stycke.offrets_alder or lagrum.offrets_alder
            yield Offence(lagrum, scale.grad or stycke.etikett, stycke.nummer, scale, alder)


def limitation(handbook: Handbook, offence: Offence) -> Limitation | None:
    """The limitation time of an offence with its certainty; None when its scale is not known."""
    if not is_known(offence.scale):
        return None
    return Limitation(
        limitation_years(offence.scale),
        certainty(handbook, offence.lagrum, LIMITATION),
        _oldest_text(handbook, offence.lagrum, LIMITATION),
    )


def reaching(handbook: Handbook, attempt: bool = False) -> tuple[tuple[Offence, ...], tuple[Offence, ...]]:
    """The offences of the handbook that reach the threshold of OSL 10 kap. 23 §, and those that do not."""
    known = [offence for lagrum in handbook.all(Lagrum) if not lagrum.upphavd for offence in offences(lagrum)]
    told = [(offence, reaches_threshold(offence.scale, attempt)) for offence in known]
    return tuple(o for o, reaches in told if reaches), tuple(o for o, reaches in told if reaches is False)


def certainty(handbook: Handbook, lagrum: Lagrum, rule: str) -> Sakerhet:
    """The lower of two certainties: that of the scale and that of the rule, which has to be in the handbook."""
    other = handbook.entries.get(rule)
    sure = lagrum.sakerhet == "bekraftad" and isinstance(other, Lagrum) and other.sakerhet == "bekraftad"
    return "bekraftad" if sure else "att-verifiera"


def _oldest_text(handbook: Handbook, lagrum: Lagrum, rule: str) -> date | None:
    other = handbook.entries.get(rule)
    if not isinstance(other, Lagrum) or not lagrum.textens_datum or not other.textens_datum:
        return None
    return min(lagrum.textens_datum, other.textens_datum)
