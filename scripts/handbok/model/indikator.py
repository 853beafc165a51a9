"""Indikator: a sign that somebody may be exploited; it neither proves nor excludes."""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from pydantic import Field

from .kalla import SourcedEntry
from .texts import Md, Sakerhet, Text

Indikatorgrupp = Literal[
    "generella",
    "barn",
    "sexuell",
    "digital",
    "arbetskraft",
    "hushall",
    "tiggeri",
    "kriminalitet",
    "krigstjanst",
    "organ",
    "tvangsaktenskap",
    "surrogat",
    "adoption",
]
"""The thirteen groups of signs."""


class Indikator(SourcedEntry):
    """One sign, shown among the others of its group and never scored."""

    typ: ClassVar[str] = "indikator"
    namn: ClassVar[tuple[str, str]] = ("tecken", "tecken")
    rubrikfalt: ClassVar[str] = "tecken"

    tecken: Text = Field(description="Tecknet, i en mening")
    grupp: Indikatorgrupp = Field(description="Gruppen tecknet hör till")
    ordning: int = Field(ge=1, description="Plats i gruppen, från 1")
    fas: tuple[Literal["rekrytering", "resa", "utnyttjande"], ...] = Field(
        min_length=1, description="När tecknet märks"
    )
    mots: tuple[Text, ...] = Field(default=(), description="Var eller av vem tecknet brukar mötas")
    forsiktighet: Md | None = Field(default=None, description="Vad tecknet inte betyder, eller hur det kan missförstås")
    barn: Md | None = Field(default=None, description="Vad som gäller när det är ett barn")
    sakerhet: Sakerhet = Field(description="Hur säkert det är att källan anger tecknet")

    @property
    def sida(self) -> str:
        """The page of the group."""
        return f"indikator/{self.grupp}"

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By group, then by place in it."""
        return (get_args(Indikatorgrupp).index(self.grupp), self.ordning, self.id)
