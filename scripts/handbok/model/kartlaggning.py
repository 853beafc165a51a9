"""Kartlaggning: a category of the survey about the place, never about a person."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .kalla import SourcedEntry
from .texts import Md, Rubrik, Text


class Kartlaggning(SourcedEntry):
    """A survey category: two statements on the same scale, whose mean is the result."""

    typ: ClassVar[str] = "kartlaggning"
    namn: ClassVar[tuple[str, str]] = ("kartläggningskategori", "kartläggningskategorier")

    rubrik: Rubrik = Field(description="Kategorins namn")
    ordning: int = Field(ge=1, description="Plats i enkäten, från 1")
    forklaring: Md = Field(description="Vad kategorin omfattar")
    pastaenden: tuple[Text, Text] = Field(description="Två påståenden om platsen, som besvaras 1–5")
    lagst: Text = Field(description="Vad 1 betyder")
    hogst: Text = Field(description="Vad 5 betyder")
    tolkning: Md = Field(description="Vad medelvärdet säger och inte säger")

    @property
    def sida(self) -> str:
        """The page of the whole survey."""
        return "kartlaggning/index"
