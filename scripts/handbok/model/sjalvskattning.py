"""Sjalvskattning: a group's own assessment of where it stands."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .base import Part
from .kalla import SourcedEntry
from .mall import Mall
from .refs import Ref
from .steg import Steg
from .texts import JaNej, Md, Rubrik, Text


class Pastaende(Part):
    """Something to agree with, more or less; or a level per area."""

    text: Text = Field(description="Frågan eller påståendet")
    nivaer: tuple[Text, ...] = Field(
        default=(), description="Vad varje nivå innebär, lägst först, när nivåerna är beskrivna"
    )


class Omrade(Part):
    """An area of the assessment."""

    rubrik: Rubrik = Field(description="Områdets namn")
    pastaenden: tuple[Pastaende, ...] = Field(min_length=1, description="Frågor eller påståenden i området")


class Band(Part):
    """What a result within two bounds means; bounds count."""

    fran: float = Field(description="Lägsta värdet")
    till: float = Field(description="Högsta värdet")
    rubrik: Rubrik = Field(description="Bandets namn")
    text: Md = Field(description="Vad ni gör")


class Sjalvskattning(SourcedEntry):
    """A self-assessment: nothing is stored or sent, and no person is scored."""

    typ: ClassVar[str] = "sjalvskattning"
    namn: ClassVar[tuple[str, str]] = ("självskattning", "självskattningar")
    samlas_pa: ClassVar[str | None] = "kunskap/index"

    rubrik: Rubrik = Field(description="Självskattningens namn")
    syfte: Md = Field(description="Vad gruppen får veta")
    hur: Md = Field(description="Hur ni gör")
    raknas: Literal["summa", "medel", "niva"] = Field(
        description="Om svaren summeras, blir ett medelvärde eller är en nivå"
    )
    lagst: int = Field(ge=0, description="Skalans lägsta värde")
    hogst: int = Field(ge=1, description="Skalans högsta värde")
    lagst_betyder: Text = Field(description="Vad det lägsta värdet betyder")
    hogst_betyder: Text = Field(description="Vad det högsta värdet betyder")
    kan_inte_bedomas: JaNej = Field(default=False, description="Om svaret ”kan inte bedömas” är tillåtet")
    omraden: tuple[Omrade, ...] = Field(min_length=1, description="Områden i ordning")
    oppna_fragor: tuple[Text, ...] = Field(default=(), description="Frågor utan skala")
    band: tuple[Band, ...] = Field(default=(), description="Vad resultatet betyder")
    kallans_grans: Md | None = Field(default=None, description="Källans egen gräns, visad som källans")
    egen_regel: Md | None = Field(default=None, description="Vår egen regel, visad som vår")
    steg: tuple[Ref[Steg], ...] = Field(default=(), description="Steg där självskattningen görs")
    mallar: tuple[Ref[Mall], ...] = Field(default=(), description="Blad som hör till")
