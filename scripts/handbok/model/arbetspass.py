"""Arbetspass: a session that a leader can run from start to close."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from .base import Part
from .kalla import SourcedEntry
from .ovning import Ovning
from .refs import Ref
from .steg import Steg
from .texts import JaNej, Md, Minuter, Rubrik, Text

SLACK = 0.1
"""The share of a session that is left unplanned, for what always comes in between."""


class Passdel(Part):
    """A stretch of a session; an exercise brings its own minutes, whole or some of its moments."""

    slag: Literal["start", "ovning", "paus", "genomgang", "avslut"] = Field(description="Vad som görs")
    ovning: Ref[Ovning] | None = Field(default=None, description="Övningen, när delen är en övning")
    fran: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Första momentet i delen, från 1, när övningen är uppdelad"
    )
    till: Annotated[int, Field(ge=1)] | None = Field(
        default=None, description="Sista momentet i delen, när övningen är uppdelad"
    )
    minuter: Minuter | None = Field(default=None, description="Längden, när delen inte är en övning")
    text: Text | None = Field(default=None, description="Vad som görs, i en mening")

    @model_validator(mode="after")
    def _whole(self) -> Passdel:
        if self.slag == "ovning" and (self.ovning is None or self.minuter is not None):
            raise ValueError("en övning anges med ovning och har sina egna minuter; stryk minuter")
        if self.slag != "ovning" and (self.minuter is None or self.ovning or self.fran or self.till):
            raise ValueError("start, paus, genomgång och avslut anges med minuter och utan ovning, fran och till")
        if (self.fran or 1) > (self.till or 99):
            raise ValueError(f"första momentet ({self.fran}) kommer efter det sista ({self.till})")
        return self


class Arbetspass(SourcedEntry):
    """A session: exercises of one step, with start, break and close."""

    typ: ClassVar[str] = "arbetspass"
    namn: ClassVar[tuple[str, str]] = ("arbetspass", "arbetspass")

    rubrik: Rubrik = Field(description="Passets namn")
    steg: Ref[Steg] = Field(description="Steget passet hör till")
    ordning: int = Field(ge=1, description="Passets plats i steget, från 1")
    komplettering: JaNej = Field(
        default=False, description="”ja” när passet ligger utanför grundupplägget och innehåller våra tillägg"
    )
    langd: int = Field(
        ge=30, le=480, multiple_of=15, description="Tiden som bokas, i minuter och hela kvartar, med luft och pauser"
    )
    syfte: Text = Field(description="Vad gruppen har efter passet")
    vilka: Text = Field(description="Vilka som är med i passet")
    delar: tuple[Passdel, ...] = Field(min_length=3, description="Passets delar i ordning")
    ta_med: tuple[Text, ...] = Field(default=(), description="Vad ledaren tar med utöver övningarnas material")
    metoden_anger: Text | None = Field(default=None, description="Vad metoden anger, när vi räknar annorlunda")
    efter: Md | None = Field(default=None, description="Vad ni gör mellan det här passet och nästa")

    @property
    def rum(self) -> int:
        """Minutes that may be planned: the length without its slack."""
        return int(self.langd * (1 - SLACK))

    @property
    def ovningar(self) -> tuple[Ref[Ovning], ...]:
        """Its exercises, each once, in order."""
        return tuple(dict.fromkeys(part.ovning for part in self.delar if part.ovning))
