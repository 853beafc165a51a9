"""Tidsplan: the way through the method, which step in which months, and what stands when it is done."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from .base import Part
from .kalla import SourcedEntry
from .refs import Ref
from .steg import Steg
from .texts import Md, Rubrik, Text

Manad = Annotated[int, Field(ge=1, le=36)]
"""A month of the plan; the first one is 1."""


class Period(Part):
    """The months of a step, and the milestone at their end."""

    steg: Ref[Steg] = Field(description="Steget som görs")
    fran: Manad = Field(description="Månaden steget börjar, räknad från 1")
    till: Manad = Field(description="Månaden steget är klart, till och med")
    vilka: Text = Field(description="Vilka som är med")
    milstolpe: Text = Field(description="Vad som finns när steget är klart, i en mening")

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.fran > self.till:
            raise ValueError(f"perioden börjar i månad {self.fran} men slutar redan i månad {self.till}")
        return self

    @property
    def manader(self) -> int:
        """How many months it takes."""
        return self.till - self.fran + 1


class Tidsplan(SourcedEntry):
    """A pace through all the steps; months are counted, so that any municipality can start when it likes."""

    typ: ClassVar[str] = "tidsplan"
    namn: ClassVar[tuple[str, str]] = ("tidsplan", "tidsplaner")

    rubrik: Rubrik = Field(description="Tidsplanens namn")
    ordning: int = Field(ge=1, description="Plats bland tidsplanerna, från 1")
    syfte: Md = Field(description="När den här takten passar")
    perioder: tuple[Period, ...] = Field(min_length=1, description="Stegen med sina månader, i ordning")
    metoden_anger: Text | None = Field(default=None, description="Vad metoden anger, när vi räknar annorlunda")
    rad: tuple[Text, ...] = Field(default=(), description="Råd om hur planen hålls")

    @property
    def manader(self) -> int:
        """The last month of the plan."""
        return max(period.till for period in self.perioder)
