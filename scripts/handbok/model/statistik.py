"""Statistik: figures with their years, their source and what they cannot show."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Part
from .kalla import SourcedEntry
from .texts import Ar, JaNej, Md, Rubrik, Sakerhet, Text


class Varde(Part):
    """One value of a series; without a value the year is known to be missing."""

    ar: Ar = Field(description="Året")
    varde: float | None = Field(default=None, description="Värdet; utelämnas när uppgift saknas")
    preliminar: JaNej = Field(default=False, description="Om värdet är preliminärt")
    anmarkning: Text | None = Field(default=None, description="Något läsaren behöver veta om värdet")


class Serie(Part):
    """Values that were counted in the same way."""

    namn: Rubrik = Field(description="Vad serien räknar")
    enhet: Text = Field(description="Enheten, som ”misstänkta fall”")
    linje: JaNej = Field(description="”ja” bara när alla år är räknade på samma sätt och kan bindas ihop")
    varden: tuple[Varde, ...] = Field(min_length=1, description="Värden i årsordning")


class Statistik(SourcedEntry):
    """A chart and its table."""

    typ: ClassVar[str] = "statistik"
    namn: ClassVar[tuple[str, str]] = ("statistik", "statistik")

    rubrik: Rubrik = Field(description="Vad siffrorna gäller")
    plats: Text = Field(description="Platsen de gäller")
    beskrivning: Md = Field(description="Vad som räknats, av vem och hur")
    serier: tuple[Serie, ...] = Field(min_length=1, description="En eller flera serier")
    visar_inte: Md = Field(description="Vad siffrorna inte kan visa")
    sakerhet: Sakerhet = Field(description="Hur säkra siffrorna är")
