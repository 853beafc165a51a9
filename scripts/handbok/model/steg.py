"""Steg: one of the seven steps of the method, or step 0 before them."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .amne import Amne
from .base import Part
from .figur import Figur
from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .mall import Mall
from .refs import Ref
from .texts import Md, Rubrik, Text

Fas = Literal["forberedelse", "utforska", "utrusta", "utfora"]
"""The phase a step belongs to; step 0 comes before the three."""


class Avsnitt(Part):
    """A stretch of running text under a heading."""

    rubrik: Rubrik = Field(description="Avsnittets rubrik")
    text: Md = Field(description="Texten, i korta stycken")


class Tips(Part):
    """A piece of practical advice."""

    rubrik: Rubrik = Field(description="Rådet i korthet, i imperativ")
    text: Md = Field(description="Varför och hur")


class Omfattning(Part):
    """How much work a step takes."""

    arbetspass: Text = Field(description="Antal och längd på arbetspassen, som ”ett pass på 90 minuter”")
    kalendertid: Text | None = Field(default=None, description="Hur lång tid i kalendern, som ”två till tre månader”")
    metoden_anger: Text | None = Field(default=None, description="Vad metoden själv anger, när vi räknar annorlunda")


class Arbetssatt(Part):
    """One of several ways to run a step, with what speaks for and against it."""

    rubrik: Rubrik = Field(description="Arbetssättet i korthet")
    beskrivning: Md = Field(description="Hur det går till")
    fordelar: tuple[Text, ...] = Field(min_length=1, description="Vad som talar för")
    nackdelar: tuple[Text, ...] = Field(min_length=1, description="Vad som talar emot")
    motverka: tuple[Text, ...] = Field(min_length=1, description="Hur ni motverkar nackdelarna")


class Steg(SourcedEntry):
    """A step: what it takes, what it gives, how to go about it. Its exercises name the step themselves."""

    typ: ClassVar[str] = "steg"
    namn: ClassVar[tuple[str, str]] = ("steg", "steg")

    fas: Fas = Field(description="Fasen steget hör till")
    ordning: int = Field(ge=0, le=20, description="Stegets nummer; 0 kommer före steg 1")
    rubrik: Rubrik = Field(description="Stegets namn")
    ingress: Md = Field(description="Vad steget handlar om, i två eller tre meningar")
    syfte: Md = Field(description="Varför steget finns")
    omfattning: Omfattning = Field(description="Hur mycket arbete steget tar")
    vilka: tuple[Text, ...] = Field(min_length=1, description="Vilka som är med")
    forutsattningar: tuple[Text, ...] = Field(default=(), description="Vad som ska vara på plats innan ni börjar")
    resultat: tuple[Text, ...] = Field(min_length=1, description="Vad ni har när steget är klart")
    guide: tuple[Avsnitt, ...] = Field(min_length=1, description="Hur ni går till väga")
    arbetssatt: tuple[Arbetssatt, ...] = Field(default=(), description="Olika sätt att genomföra steget")
    tips: tuple[Tips, ...] = Field(min_length=1, description="Praktiska råd")
    barn: Md | None = Field(default=None, description="Barnperspektivet i steget")
    icke_diskriminering: Md | None = Field(default=None, description="Hur ni undviker att behandla människor olika")
    infor_nasta: tuple[Avsnitt, ...] = Field(default=(), description="Vad ni förbereder inför nästa steg")
    klart_nar: tuple[Text, ...] = Field(min_length=1, description="Hur ni vet att steget är klart")
    liten_kommun: Md | None = Field(default=None, description="Hur en liten kommun kan göra")
    mallar: tuple[Ref[Mall], ...] = Field(
        default=(), description="Blad som hör till steget utan att höra till en övning"
    )
    figurer: tuple[Ref[Figur], ...] = Field(default=(), description="Figurer som visas i steget")
    lagrum: tuple[Ref[Lagrum], ...] = Field(default=(), description="Lagrum som styr steget")
    amnen: tuple[Ref[Amne], ...] = Field(default=(), description="Ämnen att läsa inför steget")
    kontakter: tuple[Ref[Kontakt], ...] = Field(default=(), description="Kontakter som steget behöver")

    @property
    def nummer(self) -> str:
        """`Steg 3`."""
        return f"Steg {self.ordning}"
