"""Forfattning: an act, ordinance, convention, directive or strategy."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .base import Part
from .kalla import SourcedEntry
from .refs import Ref
from .texts import Datum, Md, Rubrik, Sakerhet, Sfs, Sokord, Webbadress


class Upphavd(Part):
    """That something no longer is in force."""

    fran: Datum = Field(description="Dagen från vilken det inte längre gäller")
    sfs: Sfs | None = Field(default=None, description="Författningen som upphävde det")


class Forfattning(SourcedEntry):
    """An act, ordinance, convention, directive or strategy."""

    typ: ClassVar[str] = "forfattning"
    namn: ClassVar[tuple[str, str]] = ("författning", "författningar")
    sokvikt: ClassVar[float] = 0.9
    kontrollintervall: ClassVar[int] = 6

    rubrik: Rubrik = Field(description="Författningens namn i löpande text, som ”Offentlighets- och sekretesslagen”")
    kortnamn: Sokord | None = Field(default=None, description="Förkortningen, som ”OSL”")
    slag: Literal[
        "lag",
        "forordning",
        "foreskrift",
        "konvention",
        "protokoll",
        "direktiv",
        "eu-forordning",
        "strategi",
        "program",
        "uppdrag",
    ] = Field(description="Vilket slags dokument det är")
    nummer: Sokord = Field(description="SFS-nummer eller annan beteckning, som ”2009:400” eller ”CETS 197”")
    betydelse: Md = Field(description="Vad författningen betyder för arbetet, med egna ord")
    i_kraft: Datum | None = Field(default=None, description="Dagen då författningen började gälla")
    upphavd: Upphavd | None = Field(default=None, description="När och hur författningen upphävdes")
    ersatt_av: tuple[Ref[Forfattning], ...] = Field(default=(), description="Vad som gäller i stället")
    andring_inford: Sfs | None = Field(default=None, description="Sista ändringen i den text vi läste, som 2026:253")
    textens_datum: Datum | None = Field(default=None, description="Dagen för den text vi läste")
    sakerhet: Sakerhet = Field(description="Hur säker uppgiften är om texten på textens datum")
    alias: tuple[Sokord, ...] = Field(default=(), description="Andra namn som sökning och hänvisningar ska förstå")
    lank: Webbadress = Field(description="Officiell adress till texten")
    fler_lankar: tuple[Webbadress, ...] = Field(
        default=(), description="Andra officiella adresser, som ändringsregistret"
    )
