"""Beslutstrad: questions that lead to an outcome; it never gives a yes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from .base import Delsida, Part
from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .refs import Ref
from .texts import JaNej, Md, Rubrik, Text

NODE_NAME = r"^[a-z0-9-]+$"
"""Names of questions and outcomes within a tree; they become addresses."""


class Svar(Part):
    """An answer and where it leads: a question or an outcome of the same tree."""

    text: Text = Field(description="Svaret")
    till: str = Field(pattern=NODE_NAME, description="Namnet på frågan eller utfallet som svaret leder till")


class Fraga(Part):
    """A question of the tree."""

    namn: str = Field(pattern=NODE_NAME, description="Frågans namn i trädet")
    fraga: Text = Field(description="Frågan")
    forklaring: Md | None = Field(default=None, description="Hjälp att svara")
    svar: tuple[Svar, ...] = Field(min_length=2, description="Svaren, i den ordning de visas")


class Utfall(Part):
    """Where a path ends: a possible ground, its conditions, what to note, whom to ask."""

    namn: str = Field(pattern=NODE_NAME, description="Utfallets namn i trädet")
    rubrik: Rubrik = Field(description="Utfallet i korthet, aldrig ett ja")
    text: Md = Field(description="Vad utfallet innebär")
    grund: tuple[Ref[Lagrum], ...] = Field(default=(), description="Möjlig rättslig grund")
    ingen_grund: JaNej = Field(default=False, description="”ja” när det inte finns någon grund eller ingen behövs")
    villkor: tuple[Text, ...] = Field(default=(), description="Villkor att pröva")
    talar_emot: tuple[Text, ...] = Field(default=(), description="Vad som talar emot")
    anteckna: tuple[Text, ...] = Field(default=(), description="Vad ni antecknar")
    fraga_vem: tuple[Text, ...] = Field(default=(), description="Vem ni frågar")
    kontakter: tuple[Ref[Kontakt], ...] = Field(default=(), description="Kontakter, i ordning")


class Beslutstrad(SourcedEntry):
    """A tree of questions, on the site and as a sheet."""

    typ: ClassVar[str] = "beslutstrad"
    namn: ClassVar[tuple[str, str]] = ("beslutsträd", "beslutsträd")
    samlas_pa: ClassVar[str | None] = "kunskap/index"
    kontrollintervall: ClassVar[int] = 6

    rubrik: Rubrik = Field(description="Frågan trädet svarar på")
    syfte: Md = Field(description="Vad trädet hjälper till med och inte")
    start: str = Field(pattern=NODE_NAME, description="Namnet på den första frågan")
    fragor: tuple[Fraga, ...] = Field(min_length=1, description="Trädets frågor")
    utfall: tuple[Utfall, ...] = Field(min_length=1, description="Trädets utfall")

    @cached_property
    def delsidor(self) -> Mapping[str, Delsida]:
        """The outcomes: all of them on one page would be too heavy for a telephone."""
        return {outcome.namn: Delsida(outcome.rubrik, outcome.text) for outcome in self.utfall}

    def vagen_till(self, namn: str) -> tuple[tuple[Fraga, tuple[int, ...]], ...]:
        """The questions that can lead to a question or an outcome, each with the positions of the answers that do."""
        leads = {namn}
        while found := {q.namn for q in self.fragor for answer in q.svar if answer.till in leads} - leads:
            leads |= found
        return tuple(
            (question, tuple(nr for nr, answer in enumerate(question.svar) if answer.till in leads))
            for question in self.fragor
            if question.namn in leads - {namn}
        )
