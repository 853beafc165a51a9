"""What the pages that the law asks of a host are made from. An empty field keeps the edition from being built.

Sources: lagen (2018:1937) om tillgänglighet till digital offentlig service, 9, 12 and 13 §§; Digg's guide to the
statement; RFC 9116 for security.txt.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from ..model.base import Part
from ..model.intervals import add_months
from ..model.texts import Datum, Epost, JaNej, Md, Text, Webbadress

MONTHS_OF_ASSESSMENT = 12
"""After so many months somebody should assess the site again."""


class Brist(Part):
    """Something that does not work for everybody, and why."""

    vad: Md = Field(description="Vad som inte fungerar och för vem")
    slag: Literal["atgardas", "oskaligt-betungande", "omfattas-inte"] = Field(
        description="”atgardas”, ”oskaligt-betungande” (12 § i lagen) eller ”omfattas-inte” (9 §)"
    )
    skal: Md = Field(description="Varför det är så; vid ”oskaligt-betungande” hur ni har bedömt det")
    klart: Datum | None = Field(default=None, description="Dagen då bristen ska vara åtgärdad")


class Tillsyn(Part):
    """The authority that supervises the law."""

    namn: Text = Field(description="Tillsynsmyndighetens namn")
    webb: Webbadress = Field(description="Sidan där man anmäler till tillsynsmyndigheten")


class Rapportera(Part):
    """How a reader tells the host of what does not work."""

    e_post: Epost = Field(description="Dit läsare mejlar om något inte går att använda; en funktions adress")
    telefon: Text | None = Field(default=None, max_length=40, description="Kommunens växel eller kontaktcenter")
    webb: Webbadress | None = Field(default=None, description="Formulär att rapportera i, om ni har ett")
    svarstid: Text | None = Field(default=None, max_length=60, description="Hur snart ni svarar, som ”fem arbetsdagar”")


class Tillganglighet(Part):
    """The facts of the accessibility statement."""

    forenlighet: Literal["helt", "delvis", "inte"] = Field(description="Om webbplatsen är förenlig med lagen")
    brister: tuple[Brist, ...] = Field(default=(), description="Allt som inte är tillgängligt; hela listan")
    metod: Md = Field(description="Hur ni har bedömt, som ”Självskattning med tangentbord och skärmläsare”")
    bedomd: Datum = Field(description="Dagen då ni senast bedömde webbplatsen")
    uppdaterad: Datum = Field(description="Dagen då redogörelsen senast ändrades")
    rapportera: Rapportera = Field(description="Hur man rapporterar till er")
    tillsyn: Tillsyn = Field(description="Vem som har tillsyn, och var man anmäler")

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Tillganglighet:
        faults = [brist for brist in self.brister if brist.slag != "omfattas-inte"]
        if self.forenlighet == "helt" and faults:
            raise ValueError("forenlighet är ”helt”, men det finns brister. Skriv ”delvis” eller ta bort dem")
        if self.forenlighet != "helt" and not faults:
            raise ValueError(f"forenlighet är ”{self.forenlighet}”, men inga brister står i listan. Skriv vilka de är")
        return self

    @property
    def bedoms_igen(self) -> date:
        """The day by which somebody should assess the site again."""
        return add_months(self.bedomd, MONTHS_OF_ASSESSMENT)


class Personuppgifter(Part):
    """What the host's own machines keep of a visit."""

    ansvarig: Text = Field(description="Personuppgiftsansvarig nämnd eller styrelse")
    dataskyddsombud: Epost = Field(description="Dataskyddsombudets adress, som en funktion")
    loggar: JaNej = Field(description="”ja” när servern skriver loggar med ip-adresser")
    loggar_dagar: int | None = Field(default=None, ge=0, le=3650, description="Hur många dagar loggarna sparas")
    loggar_varfor: Md | None = Field(
        default=None, description="Varför loggarna behövs och vilken rättslig grund ni har"
    )

    @model_validator(mode="after")
    def _logs_are_explained(self) -> Personuppgifter:
        if self.loggar and (self.loggar_dagar is None or not self.loggar_varfor):
            raise ValueError("loggar är ”ja”: ange loggar_dagar och loggar_varfor också")
        return self


class Sakerhet(Part):
    """Where to tell of a vulnerability: becomes .well-known/security.txt."""

    kontakt: Epost = Field(description="Dit den som hittar en säkerhetsbrist mejlar; en funktions adress")
    galler_till: Datum = Field(description="Dagen då uppgiften ska ses över; högst ett år framåt")
    policy: Webbadress | None = Field(default=None, description="Sida om hur ni tar emot säkerhetsbrister")
