"""Kalla: where facts come from; and SourcedEntry, the entries that must say so."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from .base import Entry
from .intervals import add_months
from .refs import Ref
from .texts import Ar, Datum, JaNej, Md, Rubrik, Text, Webbadress


class Kalla(Entry):
    """A work, a page or a register that statements in the handbook rest on."""

    typ: ClassVar[str] = "kalla"
    namn: ClassVar[tuple[str, str]] = ("källa", "källor")
    fristaende: ClassVar[bool] = False
    sokvikt: ClassVar[float] = 0.4

    rubrik: Rubrik = Field(description="Verkets titel; när titeln är okänd en beskrivning av vad det är")
    sprak: Literal["sv", "en", "da", "de", "fr", "nl", "no"] = Field(
        default="sv", description="Titelns språk; skärmläsare uttalar den efter det"
    )
    titel_okand: JaNej = Field(default=False, description="”ja” när källans egen titel inte är känd")
    slag: Literal[
        "bok",
        "rapport",
        "artikel",
        "handbok",
        "webbsida",
        "lagtext",
        "forarbete",
        "register",
        "utbildning",
        "konvention",
    ] = Field(description="Vilket slags källa det är")
    forfattare: tuple[Text, ...] = Field(default=(), description="Verkets författare, som de står på verket")
    utgivare: Text = Field(description="Vem som har gett ut källan")
    ar: Ar | None = Field(default=None, description="Året den gavs ut; utelämnas när det inte är känt")
    lank: Webbadress | None = Field(default=None, description="Adressen där källan finns")
    last: Datum | None = Field(default=None, description="Dagen då vi läste källan")
    bidrag: Md | None = Field(default=None, description="Vad handboken har hämtat från källan")


class SourcedEntry(Entry):
    """An entry whose statements rest on sources, and that somebody has checked."""

    kallor: tuple[Ref[Kalla], ...] = Field(min_length=1, description="Källorna som innehållet bygger på")
    kontrollerad: Datum = Field(description="Dagen då någon senast kontrollerade innehållet")

    @property
    def ses_over_senast(self) -> date:
        """The day by which somebody should check the entry again."""
        return add_months(self.kontrollerad, self.kontrollintervall)
