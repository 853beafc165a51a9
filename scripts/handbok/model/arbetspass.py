"""Arbetspass: a session that a leader can run from start to close."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .base import Part
from .kalla import SourcedEntry
from .ovning import Ovning
from .refs import Ref
from .steg import Steg
from .texts import Minuter, Rubrik, Text


class Passdel(Part):
    """A stretch of a session; an exercise brings its own minutes."""

    slag: Literal["start", "ovning", "paus", "genomgang", "avslut"] = Field(description="Vad som görs")
    ovning: Ref[Ovning] | None = Field(default=None, description="Övningen, när delen är en övning")
    minuter: Minuter | None = Field(default=None, description="Längden, när delen inte är en övning")
    text: Text | None = Field(default=None, description="Vad som görs, i en mening")


class Arbetspass(SourcedEntry):
    """A session: exercises of one step, with start, break and close."""

    typ: ClassVar[str] = "arbetspass"
    namn: ClassVar[tuple[str, str]] = ("arbetspass", "arbetspass")

    rubrik: Rubrik = Field(description="Passets namn")
    steg: Ref[Steg] = Field(description="Steget passet hör till")
    ordning: int = Field(ge=1, description="Passets plats i steget, från 1")
    langd: Literal["90", "180", "360"] = Field(
        description="Passets längd i minuter: 90, en halvdag (180) eller en heldag (360)"
    )
    syfte: Text = Field(description="Vad gruppen har efter passet")
    delar: tuple[Passdel, ...] = Field(min_length=3, description="Passets delar i ordning")
    ta_med: tuple[Text, ...] = Field(default=(), description="Vad ledaren tar med utöver övningarnas material")
    metoden_anger: Text | None = Field(default=None, description="Vad metoden anger, när vi räknar annorlunda")
