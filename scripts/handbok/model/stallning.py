"""Stallning: the standing a person has in law: who is punished, who is protected, what each may ask for."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .refs import Ref
from .texts import Md, Rubrik


class Stallning(SourcedEntry):
    """One standing in law, such as witness or buyer; a person may have several at once."""

    typ: ClassVar[str] = "stallning"
    namn: ClassVar[tuple[str, str]] = ("ställning", "ställningar")
    samlas_pa: ClassVar[str | None] = "lag/stallning"
    kontrollintervall: ClassVar[int] = 6

    rubrik: Rubrik = Field(description="Vem det gäller, som ”Vittne”")
    ordning: int = Field(ge=1, description="Plats i jämförelsen")
    vem: Md = Field(description="Vem som har ställningen och vad som avgör det")
    straffas: Md = Field(description="Om handlingen är straffbar; börja med svaret")
    skyddas: Md = Field(description="Vilket skydd lagen ger; börja med svaret")
    rattigheter: tuple[Md, ...] = Field(min_length=1, description="Vad personen har rätt till eller kan be om")
    skyldigheter: tuple[Md, ...] = Field(default=(), description="Vad personen måste göra")
    se_upp: tuple[Md, ...] = Field(default=(), description="Vad andra ofta missförstår")
    barn: Md | None = Field(default=None, description="Vad som gäller när personen är under 18 år")
    oklart: Md | None = Field(default=None, description="Vad som återstår att kontrollera")
    lagrum: tuple[Ref[Lagrum], ...] = Field(min_length=1, description="Lagrum som ställningen bygger på")
    kontakter: tuple[Ref[Kontakt], ...] = Field(default=(), description="Vart personen kan vända sig, i ordning")
