"""Lagrum: one paragraph of law, in our own words."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from .base import Part
from .forfattning import Forfattning, Upphavd
from .kalla import SourcedEntry
from .refs import Ref
from .texts import Datum, JaNej, Md, Rubrik, Sakerhet, Sfs, Text, Webbadress


class Lydelse(Part):
    """Which amending act gave a paragraph its wording, and since when."""

    sfs: Sfs = Field(description="Författningen som gav paragrafen dess lydelse, som 2025:179")
    fran: Datum | None = Field(
        default=None, description="Dagen då lydelsen började gälla; utelämnas när den inte är känd"
    )


class Straffskala(Part):
    """A scale of penalties; lengths in months."""

    grad: Text | None = Field(default=None, description="Brottets grad när skalan gäller en viss, som ”grovt brott”")
    boter: JaNej = Field(default=False, description="Om böter ingår i skalan")
    min_manader: int = Field(
        default=0, ge=0, le=216, description="Lägsta fängelsestraff i månader, 0 när skalan saknar eget lägsta"
    )
    max_manader: int | None = Field(
        default=None, ge=1, le=216, description="Högsta fängelsestraff i månader; utelämnas vid enbart böter"
    )
    livstid: JaNej = Field(default=False, description="Om livstid ingår i skalan")


class Stycke(Part):
    """One stycke, or point, of a paragraph that needs a meaning of its own."""

    nummer: Text = Field(description="Styckets nummer, med punkt om det behövs, som ”2” eller ”2 p. 3”")
    etikett: Rubrik = Field(description="Vad stycket handlar om, med några ord")
    betydelse: Md = Field(description="Vad stycket innebär, med egna ord")
    straff: tuple[Straffskala, ...] = Field(default=(), description="Straffskalor som står i stycket")
    offrets_alder: Literal["under-18", "18-eller-mer", "alla"] | None = Field(
        default=None, description="Om brottet gäller barn, vuxna eller alla"
    )


class Kommande(Part):
    """A wording that is decided but not yet in force."""

    sfs: Sfs = Field(description="Författningen som ändrar paragrafen")
    fran: Datum | None = Field(default=None, description="Dagen då ändringen börjar gälla, när den är bestämd")
    innebord: Md = Field(description="Vad som ändras, med egna ord")


class Lagrum(SourcedEntry):
    """One paragraph: what it means, who uses it, what it does not allow, and how sure we are."""

    typ: ClassVar[str] = "lagrum"
    namn: ClassVar[tuple[str, str]] = ("lagrum", "lagrum")
    samlas_pa: ClassVar[str | None] = "forfattning/index"
    kontrollintervall: ClassVar[int] = 6
    rubrikfalt: ClassVar[str] = "etikett"

    forfattning: Ref[Forfattning] = Field(description="Författningen paragrafen står i")
    kapitel: Text | None = Field(
        default=None, description="Kapitlets nummer, som ”10” eller ”2 a”; utelämnas där kapitel saknas"
    )
    paragraf: Text = Field(description="Paragrafens nummer, som ”18 a”")
    etikett: Rubrik = Field(description="Vad paragrafen handlar om, med några ord")
    betydelse: Md = Field(description="Vad paragrafen innebär, med egna ord; aldrig ett citat")
    tillater_inte: Md | None = Field(default=None, description="Vad paragrafen inte ger stöd för")
    anvands: tuple[Text, ...] = Field(default=(), description="Vilka som använder paragrafen")
    anvands_nar: Md | None = Field(default=None, description="När den används")
    stycken: tuple[Stycke, ...] = Field(default=(), description="Stycken som behöver en egen förklaring")
    straff: tuple[Straffskala, ...] = Field(default=(), description="Straffskalor, när de gäller hela paragrafen")
    offrets_alder: Literal["under-18", "18-eller-mer", "alla"] | None = Field(
        default=None, description="Om brottet gäller barn, vuxna eller alla"
    )
    lydelse: Lydelse | None = Field(default=None, description="Vilken lydelse vi läste och sedan när den gäller")
    kommande: tuple[Kommande, ...] = Field(default=(), description="Ändringar som är beslutade men inte gäller än")
    upphavd: Upphavd | None = Field(default=None, description="När paragrafen slutade gälla")
    ersatter: tuple[Ref[Lagrum], ...] = Field(default=(), description="Äldre paragrafer som den här har ersatt")
    ersatt_av: tuple[Ref[Lagrum], ...] = Field(default=(), description="Paragrafer som gäller i stället")
    textens_datum: Datum | None = Field(
        default=None, description="Dagen för den lagtext vi läste; utelämnas när texten inte är läst"
    )
    sakerhet: Sakerhet = Field(
        description="”bekraftad” när det är sant om texten på textens datum, annars ”att-verifiera”"
    )
    oklart: Md | None = Field(default=None, description="Vad som återstår att kontrollera")
    lank: Webbadress = Field(description="Officiell adress till texten")

    @model_validator(mode="after")
    def _read_before_confirmed(self) -> Lagrum:
        """Nothing is confirmed that nobody has read."""
        if self.sakerhet == "bekraftad" and not self.textens_datum:
            raise ValueError("”bekraftad” kräver textens_datum: dagen för den lagtext som lästes")
        return self

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Acts one by one, and in each the order of the statute: 2 § before 10 §, 18 § before 18 a §."""
        return (self.forfattning, *_in_order(self.kapitel or "0"), *_in_order(self.paragraf), self.id)

    @property
    def beteckning(self) -> str:
        """`10 kap. 18 a §`, or `14 §` in an act without chapters."""
        chapter = f"{self.kapitel} kap. " if self.kapitel else ""
        return f"{chapter}{self.paragraf} §"


def _in_order(number: str) -> tuple[int, str]:
    """`18 a` -> (18, "a")."""
    digits = re.match(r"\d+", number)
    return (int(digits[0]) if digits else 0, number[digits.end() :].strip() if digits else number)
