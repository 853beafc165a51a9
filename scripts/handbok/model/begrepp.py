"""Begrepp: a word that needs explaining, with all the words people search by."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .kalla import SourcedEntry
from .lagrum import Lagrum
from .refs import Ref
from .texts import JaNej, Md, Rubrik, Sokord


class Begrepp(SourcedEntry):
    """A term of the field; its synonyms and abbreviations serve the search."""

    typ: ClassVar[str] = "begrepp"
    namn: ClassVar[tuple[str, str]] = ("begrepp", "begrepp")

    rubrik: Rubrik = Field(description="Ordet i grundform")
    forklaring: Md = Field(description="Vad ordet betyder, i en eller två meningar")
    skilj_fran: Md | None = Field(default=None, description="Vad ordet ofta förväxlas med")
    synonymer: tuple[Sokord, ...] = Field(default=(), description="Ord som betyder samma sak eller som folk söker på")
    forkortningar: tuple[Sokord, ...] = Field(default=(), description="Förkortningar av ordet")
    undvik: tuple[Sokord, ...] = Field(
        default=(), description="Ord som handboken inte använder; de leder hit i sökningen"
    )
    sokord: tuple[Sokord, ...] = Field(default=(), description="Ord som folk skriver i sökningen men som inte visas")
    markeras: JaNej = Field(
        default=True, description="”nej” när ordet är så vanligt att det inte ska märkas i löpande text"
    )
    se_aven: tuple[Ref[Begrepp], ...] = Field(default=(), description="Närliggande begrepp")
    lagrum: tuple[Ref[Lagrum], ...] = Field(default=(), description="Lagrum där ordet har sin betydelse")
