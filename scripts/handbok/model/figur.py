"""Figur: a figure drawn from data, with a text version."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .base import Part
from .kalla import SourcedEntry
from .texts import Md, Rubrik, Text

PART_NAME = r"^[a-z0-9-]+$"
"""Names of parts within a figure."""


class Figurdel(Part):
    """A part of a figure: a box, a ring, a spoke or a level, as the kind of figure has it."""

    namn: str = Field(pattern=PART_NAME, description="Delens namn i figuren")
    rubrik: Rubrik = Field(description="Texten i delen")
    text: Text | None = Field(default=None, description="Förklaring under rubriken")
    grupp: Text | None = Field(default=None, description="Vad delen hör till, som en fas")


class Pil(Part):
    """A way from one part to another."""

    fran: str = Field(pattern=PART_NAME, description="Delen pilen börjar i")
    till: str = Field(pattern=PART_NAME, description="Delen pilen slutar i")
    text: Text | None = Field(default=None, description="Text vid pilen")


class Figur(SourcedEntry):
    """A figure: its kind decides the drawing, its parts the words."""

    typ: ClassVar[str] = "figur"
    namn: ClassVar[tuple[str, str]] = ("figur", "figurer")
    fristaende: ClassVar[bool] = False

    rubrik: Rubrik = Field(description="Figurens titel")
    slag: Literal[
        "vag", "cirkel", "pelare", "hjul", "trappa", "pyramid", "ringar", "flode", "organisation", "tidslinje"
    ] = Field(description="Hur figuren ritas")
    beskrivning: Text = Field(description="Vad figuren visar, för den som inte ser den")
    mitten: Rubrik | None = Field(default=None, description="Texten i mitten eller överst")
    delar: tuple[Figurdel, ...] = Field(min_length=2, description="Figurens delar i ordning")
    pilar: tuple[Pil, ...] = Field(default=(), description="Vägar mellan delarna")
    textversion: Md = Field(description="Samma innehåll som text")
    modell: Text | None = Field(default=None, description="Vems modell figuren visar, när den är någons")
