"""Kommun: one of the 290 municipalities."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Entry
from .lan import Lan
from .refs import Ref
from .texts import Kommunkod, Rubrik


class Kommun(Entry):
    """A municipality; a row of kommuner.csv, shown on its county's page."""

    typ: ClassVar[str] = "kommun"
    namn: ClassVar[tuple[str, str]] = ("kommun", "kommuner")
    tabell: ClassVar[str | None] = "kommuner.csv"

    kod: Kommunkod = Field(description="Kommunkoden, fyra siffror")
    rubrik: Rubrik = Field(description="Kommunens namn")
    lan: Ref[Lan] = Field(description="Länet kommunen ligger i")

    @property
    def sida(self) -> str:
        """The page of the county."""
        return str(self.lan)
