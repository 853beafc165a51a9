"""Ovning: a group exercise, an activity or a reflection."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from .amne import Amne
from .base import Part
from .fall import Fall
from .figur import Figur
from .kalla import SourcedEntry
from .lagrum import Lagrum
from .mall import Mall
from .refs import Ref
from .steg import Steg
from .texts import JaNej, Md, Minuter, Rubrik, Text

LENGTHS = {"kort": 45, "mellan": 90}
"""The most minutes of a short and of a middling exercise; the rest are long."""
SIZES = {"liten": (1, 4), "mellanstor": (5, 12), "stor": (13, 500)}
"""From how many to how many people each size of group is."""


class Deltagare(Part):
    """How many people an exercise is made for."""

    minst: int = Field(ge=1, le=500, description="Minsta antal deltagare")
    hogst: int = Field(ge=1, le=500, description="Största antal deltagare")
    grupper: Text | None = Field(
        default=None, description="Hur gruppen delas, som ”par” eller ”grupper om tre till fyra”"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Deltagare:
        if self.minst > self.hogst:
            raise ValueError(f"minst ({self.minst}) är fler än hogst ({self.hogst})")
        return self


class Moment(Part):
    """One stretch of an exercise."""

    rubrik: Rubrik = Field(description="Momentet med några ord")
    gor: Md = Field(description="Vad deltagarna gör, i imperativ")
    minuter: Minuter = Field(description="Hur lång tid momentet tar")
    fragor: tuple[Text, ...] = Field(default=(), description="Frågor som samtalsledaren ställer, ordagrant")


class Ovning(SourcedEntry):
    """A group exercise with its moments in order."""

    typ: ClassVar[str] = "ovning"
    namn: ClassVar[tuple[str, str]] = ("övning", "övningar")

    rubrik: Rubrik = Field(description="Övningens namn")
    slag: Literal["teamovning", "aktivitet", "reflektion"] = Field(description="Vilket slags övning det är")
    steg: Ref[Steg] = Field(description="Steget som övningen hör till")
    ordning: int = Field(ge=1, description="Övningens plats i steget, från 1")
    komplettering: JaNej = Field(
        default=False, description="”ja” när övningen inte ingår i metoden utan är vårt tillägg"
    )
    syfte: Md = Field(description="Vad gruppen kan eller har efteråt")
    for_vem: Text = Field(description="Vilka övningen är till för")
    deltagare: Deltagare = Field(description="Hur många övningen passar")
    material: tuple[Text, ...] = Field(default=(), description="Vad ni behöver ha med")
    forberedelser: tuple[Text, ...] = Field(default=(), description="Vad samtalsledaren gör i förväg")
    moment: tuple[Moment, ...] = Field(min_length=1, description="I den ordning de görs")
    fragor: tuple[Text, ...] = Field(default=(), description="Frågor som gäller hela övningen, ordagrant")
    tips: tuple[Text, ...] = Field(default=(), description="Råd till samtalsledaren")
    se_upp: tuple[Text, ...] = Field(min_length=1, description="Vad samtalsledaren ska se upp med")
    klart_nar: Md = Field(description="Hur ni vet att övningen är klar")
    efterat: Md = Field(description="Vad ni gör med resultatet efteråt")
    anvands_i: tuple[Ref[Steg], ...] = Field(default=(), description="Senare steg som använder resultatet")
    distans: Literal["lika-bra", "anpassas", "helst-i-rummet"] = Field(
        default="anpassas", description="Hur väl övningen går på distans"
    )
    digitalt: Md = Field(description="Hur övningen görs på distans")
    liten_kommun: Md | None = Field(default=None, description="Hur en liten kommun kan göra")
    ledarstod: Md = Field(description="Stöd till samtalsledaren: vad övningen brukar väcka och hur det möts")
    mallar: tuple[Ref[Mall], ...] = Field(default=(), description="Blad som övningen använder")
    fall: tuple[Ref[Fall], ...] = Field(default=(), description="Fall som övningen använder")
    figurer: tuple[Ref[Figur], ...] = Field(default=(), description="Figurer som visas i övningen")
    lagrum: tuple[Ref[Lagrum], ...] = Field(default=(), description="Lagrum övningen bygger på")
    amnen: tuple[Ref[Amne], ...] = Field(default=(), description="Ämnen att läsa inför övningen")
    modell: Text | None = Field(default=None, description="Vems modell övningen bygger på, när den är någons")

    @property
    def minuter(self) -> int:
        """Length of the whole exercise, in minutes."""
        return sum(part.minuter for part in self.moment)

    @property
    def tid(self) -> str:
        """How long it takes, in three kinds to choose among."""
        return next((name for name, most in LENGTHS.items() if self.minuter <= most), "lang")

    @property
    def storlekar(self) -> tuple[str, ...]:
        """The sizes of group that it suits, among three to choose from."""
        few, many = self.deltagare.minst, self.deltagare.hogst
        return tuple(name for name, (least, most) in SIZES.items() if few <= most and many >= least)
