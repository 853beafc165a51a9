"""Lan: one of the 21 counties."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Entry
from .polisregion import Polisregion
from .refs import Ref
from .texts import Lanskod, Rubrik, Text, Webbadress


class Lan(Entry):
    """A county; a row of lan.csv."""

    typ: ClassVar[str] = "lan"
    namn: ClassVar[tuple[str, str]] = ("län", "län")
    tabell: ClassVar[str | None] = "lan.csv"

    kod: Lanskod = Field(description="Länskoden, två siffror")
    rubrik: Rubrik = Field(description="Länets namn, som ”Skåne län”")
    kortnamn: Text = Field(description="Namnet utan ”län”, som ”Skåne”")
    polisregion: Ref[Polisregion] = Field(description="Polisregionen länet hör till")
    lansstyrelse: Text = Field(description="Länsstyrelsens namn, som ”Länsstyrelsen i Skåne län”")
    webb: Webbadress = Field(description="Länsstyrelsens egen sida")
