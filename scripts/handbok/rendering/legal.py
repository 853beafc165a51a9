"""What templates may ask of law: states and everything that is computed, never written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..law import scales
from ..law.status import Basis, Status, basis, status
from ..model import Handbook, Lagrum


@dataclass(frozen=True)
class Computed:
    """An offence with what follows from its scale."""

    brott: scales.Offence
    preskription: scales.Limitation | None
    nar_gransen: bool | None
    """Whether it reaches the threshold of OSL 10 kap. 23 §; None when the scale is not known."""
    forsok_nar_gransen: bool | None
    """The same for attempt, preparation and conspiracy."""
    galler_barn: bool | None


@dataclass(frozen=True)
class Ratt:
    """The law of one handbook, as templates ask for it."""

    handbook: Handbook

    def status(self, lagrum: Lagrum) -> Status:
        """Where a paragraph stands."""
        return status(self.handbook, lagrum)

    def underlag(self, ids: Iterable[str]) -> Basis:
        """How sure several paragraphs are together."""
        return basis(self.handbook, ids)

    def brott(self, lagrum: Lagrum) -> list[Computed]:
        """Every scale of a paragraph, with what follows from it."""
        return [self._computed(offence) for offence in scales.offences(lagrum)]

    def ar_gransen(self, lagrum: Lagrum) -> bool:
        """Whether this is the paragraph that draws the line between offences."""
        return lagrum.id == scales.SECRECY

    def over_gransen(self) -> list[Computed]:
        """The offences that reach the threshold of OSL 10 kap. 23 §."""
        return [self._computed(offence) for offence in scales.reaching(self.handbook)[0]]

    def under_gransen(self) -> list[Computed]:
        """The offences that do not reach it."""
        return [self._computed(offence) for offence in scales.reaching(self.handbook)[1]]

    def for_barn(self) -> list[Computed]:
        """The offences that apply when the victim is under 18."""
        every = [self._computed(o) for lagrum in self.handbook.all(Lagrum) for o in scales.offences(lagrum)]
        return [one for one in every if one.galler_barn and not one.brott.lagrum.upphavd]

    def sakerhet(self, lagrum: Lagrum, regel: str) -> str:
        """The lower certainty of a paragraph and the rule that something is computed by."""
        return scales.certainty(self.handbook, lagrum, regel)

    def _computed(self, offence: scales.Offence) -> Computed:
        return Computed(
            offence,
            scales.limitation(self.handbook, offence),
            scales.reaches_threshold(offence.scale),
            scales.reaches_threshold(offence.scale, attempt=True),
            scales.applies_to_children(offence.alder),
        )
