"""Lagandring: a change of law that concerns the readers."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .forfattning import Forfattning
from .kalla import SourcedEntry
from .lagrum import Lagrum
from .refs import Ref
from .texts import Datum, Md, Rubrik, Sakerhet, Sfs, Text


class Lagandring(SourcedEntry):
    """A change of law that concerns the handbook's readers: in force, decided or proposed."""

    typ: ClassVar[str] = "lagandring"
    namn: ClassVar[tuple[str, str]] = ("lagändring", "lagändringar")
    samlas_pa: ClassVar[str | None] = "lag/nytt"
    kontrollintervall: ClassVar[int] = 6
    sokvikt: ClassVar[float] = 0.8

    rubrik: Rubrik = Field(description="Ändringen med några ord")
    lage: Literal["galler", "beslutad", "foreslagen"] = Field(description="Hur långt ändringen har kommit")
    fran: Datum | None = Field(default=None, description="Dagen då den började eller börjar gälla")
    sfs: tuple[Sfs, ...] = Field(default=(), description="Ändringens SFS-nummer")
    forarbeten: tuple[Text, ...] = Field(default=(), description="Proposition eller utredning, som ”prop. 2024/25:180”")
    forfattningar: tuple[Ref[Forfattning], ...] = Field(default=(), description="Författningar som ändras")
    lagrum: tuple[Ref[Lagrum], ...] = Field(default=(), description="Paragrafer som ändras")
    innebord: Md = Field(description="Vad ändringen innebär, med egna ord")
    for_vem: tuple[Text, ...] = Field(min_length=1, description="Vilka som berörs")
    sakerhet: Sakerhet = Field(description="Hur säker uppgiften är")
