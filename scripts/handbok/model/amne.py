"""Amne: a topic of the knowledge support."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import Field

from .base import Part
from .begrepp import Begrepp
from .indikator import Indikatorgrupp
from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .mall import Mall
from .refs import Ref
from .statistik import Statistik
from .texts import Evidens, Md, Rubrik, Text, Webbadress

Kunskapsdel = Literal[
    "begrepp",
    "former",
    "bakgrund",
    "upptackt",
    "bemotande",
    "akut",
    "rattigheter",
    "barn",
    "samverkan-juridik",
    "rattsprocess",
    "langsiktigt",
    "atervandande",
    "aktorer",
    "forebygga",
    "bilagor",
]
"""The fifteen parts of the knowledge support."""


class LasVidare(Part):
    """A way on, outside the handbook."""

    text: Text = Field(description="Vad som finns där")
    lank: Webbadress = Field(description="Adressen")


class Ansvar(Part):
    """Who answers for what in a topic."""

    vem: Text = Field(description="Myndigheten eller funktionen")
    vad: Text = Field(description="Vad den ansvarar för")


class Amne(SourcedEntry):
    """What somebody who is not an expert needs to know and do."""

    typ: ClassVar[str] = "amne"
    namn: ClassVar[tuple[str, str]] = ("ämne", "ämnen")

    rubrik: Rubrik = Field(description="Ämnets namn")
    kunskapsdel: Kunskapsdel = Field(description="Vilken del av kunskapsstödet ämnet hör till")
    ordning: int = Field(ge=1, description="Plats i delen, från 1")
    kort: Md = Field(description="Det viktigaste i en eller två meningar")
    veta: Md = Field(description="Vad ni behöver veta")
    gora: tuple[Md, ...] = Field(min_length=1, description="Vad ni gör")
    ansvar: tuple[Ansvar, ...] = Field(min_length=1, description="Vem som ansvarar för vad")
    barn: Md | None = Field(default=None, description="Barnperspektivet, där ett barn kan vara berört")
    misstag: tuple[Text, ...] = Field(default=(), description="Vanliga misstag")
    evidens: Evidens = Field(description="Vad påståendena om verkan vilar på")
    allmankunskap: Md | None = Field(default=None, description="Vad i texten som är allmän kunskap utan egen källa")
    begrepp: tuple[Ref[Begrepp], ...] = Field(default=(), description="Begrepp som ämnet vilar på")
    lagrum: tuple[Ref[Lagrum], ...] = Field(default=(), description="Lagrum som styr")
    kontakter: tuple[Ref[Kontakt], ...] = Field(default=(), description="Vart man vänder sig")
    mallar: tuple[Ref[Mall], ...] = Field(default=(), description="Blad som hör till ämnet")
    tecken: tuple[Indikatorgrupp, ...] = Field(default=(), description="Grupper av tecken som hör till ämnet")
    statistik: tuple[Ref[Statistik], ...] = Field(default=(), description="Siffror som hör till ämnet")
    las_vidare: tuple[LasVidare, ...] = Field(default=(), description="Att läsa utanför handboken")

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By part, then by place in it."""
        return (get_args(Kunskapsdel).index(self.kunskapsdel), self.ordning, self.id)
