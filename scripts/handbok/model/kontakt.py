"""Kontakt: a function to call, write to or ask; never a person."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from .base import Part
from .kalla import SourcedEntry
from .kommun import Kommun
from .lan import Lan
from .refs import Ref
from .texts import Datum, Epost, JaNej, Md, Rubrik, Sakerhet, Sokord, Text, Webbadress


class Telefon(Part):
    """A number that the organisation itself publishes for the function."""

    nummer: str = Field(pattern=r"^\+?[0-9][0-9 -]{1,18}[0-9]$", description="Numret som det slås, som ”020-50 50 50”")
    kontrollerad: Datum = Field(description="Dagen då numret senast jämfördes med organisationens egen uppgift")
    sakerhet: Sakerhet = Field(description="”bekraftad” när organisationen själv anger numret, annars ”att-verifiera”")

    @property
    def tel(self) -> str:
        """The number as a tel: address wants it."""
        return "".join(sign for sign in self.nummer if sign.isdigit() or sign == "+")


class Kontakt(SourcedEntry):
    """Whom to reach, for what, when, and what to do outside the hours."""

    typ: ClassVar[str] = "kontakt"
    namn: ClassVar[tuple[str, str]] = ("kontakt", "kontakter")
    sokvikt: ClassVar[float] = 1.15
    kontrollintervall: ClassVar[int] = 6

    rubrik: Rubrik = Field(description="Funktionens namn")
    aldre_namn: tuple[Sokord, ...] = Field(default=(), description="Namn som den hette förr eller också kallas")
    slag: Literal[
        "akut",
        "stodlinje",
        "stodlinje-barn",
        "stod-yrkesverksamma",
        "tips",
        "myndighet",
        "mottagning",
        "mottagning-kopare",
        "civilsamhalle",
        "jourorganisation",
        "natverk",
        "kommun",
        "fack",
        "atervandande",
        "stodprogram",
        "kunskapsstod",
    ] = Field(description="Vilket slags kontakt det är")
    niva: Literal["nationell", "regional", "lokal"] = Field(default="nationell", description="Var kontakten gäller")
    uppgift: Md = Field(description="Vad funktionen gör")
    for_vem: tuple[Literal["utsatt", "barn", "anhorig", "yrkesverksam", "kopare", "allmanhet"], ...] = Field(
        min_length=1, description="Vilka som kan vända sig dit"
    )
    malgrupp: Text | None = Field(default=None, description="Närmare om vilka kontakten är till för")
    nar: Md | None = Field(default=None, description="När ni tar kontakt")
    telefon: tuple[Telefon, ...] = Field(
        default=(), description="Nummer som organisationen själv publicerar för funktionen"
    )
    kanaler: tuple[Text, ...] = Field(default=(), description="Andra vägar än telefon, som chatt eller mejl")
    e_post: Epost | None = Field(default=None, description="Funktionens e-postadress")
    webb: Webbadress | None = Field(default=None, description="Organisationens egen sida")
    oppet: Text | None = Field(default=None, description="Öppettider; utelämnas när de inte är kända")
    oppet_sakerhet: Sakerhet = Field(default="bekraftad", description="Hur säkra öppettiderna är")
    utanfor_oppettid: Md | None = Field(default=None, description="Vad man gör när det är stängt")
    reserv: tuple[Ref[Kontakt], ...] = Field(default=(), description="Vilka man når i stället, i ordning")
    anonymt: JaNej | None = Field(default=None, description="Om man kan vara anonym")
    kostnad: Text | None = Field(default=None, description="Vad det kostar, som ”gratis”")
    remiss: JaNej | None = Field(default=None, description="Om det krävs remiss")
    registrering: JaNej | None = Field(default=None, description="Om det krävs folkbokföring eller registrering")
    tolk: JaNej | None = Field(default=None, description="Om tolk ordnas")
    sprak: tuple[Text, ...] = Field(default=(), description="Språk som talas")
    lan: tuple[Ref[Lan], ...] = Field(default=(), description="Län som kontakten gäller, när den inte är nationell")
    kommuner: tuple[Ref[Kommun], ...] = Field(default=(), description="Kommuner som kontakten gäller")
    sakerhet: Sakerhet = Field(description="Hur säker posten är i övrigt")
    oklart: Md | None = Field(default=None, description="Vad som återstår att kontrollera")

    @model_validator(mode="after")
    def _reachable(self) -> Kontakt:
        """A contact without any way to it is of no use."""
        if not (self.telefon or self.webb or self.e_post or self.kanaler or self.reserv):
            raise ValueError("kontakten går inte att nå: ange telefon, webb, e_post, kanaler eller reserv")
        return self
