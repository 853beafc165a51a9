"""Utgava: what a municipality says of itself, in lokalt/utgava.yml."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ..model import Entry, Kommun, Kontakt, Lan, Part, Polisregion, Ref, Regionkoordinator
from ..model.texts import Datum, Epost, Md, Text, Webbadress
from .contrast import is_colour
from .statement import Personuppgifter, Sakerhet, Tillganglighet

ID = "utgava/utgava"
"""The id of the one entry of its kind; it leads to no page."""


def _colour(value: str) -> str:
    if not is_colour(value):
        raise PydanticCustomError("webbadress", "ska vara en färg som ”#a8441f”, inom citattecken")
    return value.lower()


Namn = Annotated[str, StringConstraints(min_length=1, max_length=60)]
"""A name that fits in the head of a page and on a sheet."""
Rad = Annotated[str, StringConstraints(min_length=1, max_length=70)]
"""A line that fits in a box of a sheet."""
Fargkod = Annotated[str, AfterValidator(_colour)]
"""A colour as six hexadecimal digits."""
Manad = Annotated[str, StringConstraints(pattern=r"^20\d{2}-(0[1-9]|1[0-2])$")]
"""A month, written 2027-01."""


class Farg(Part):
    """The accent colour on light and on dark pages."""

    ljus: Fargkod = Field(description="Accentfärgen på ljusa sidor, som ”#a8441f”")
    mork: Fargkod = Field(description="Accentfärgen på mörka sidor, som ”#f0a584”")


class Ansvarig(Part):
    """Who answers for the site; a function, never a person."""

    namn: Text = Field(max_length=120, description="Nämnd eller förvaltning som svarar för webbplatsen")
    e_post: Epost = Field(description="Funktionens e-postadress")
    telefon: Text | None = Field(default=None, max_length=40, description="Kommunens växel eller kontaktcenter")


class Funktion(Part):
    """A seat in the core group."""

    funktion: Namn = Field(description="Funktionen, aldrig ett personnamn")
    organisation: Namn = Field(description="Var funktionen hör hemma")
    uppdrag: Text | None = Field(default=None, max_length=160, description="Vad funktionen gör i kärngruppen")
    ersattare: Namn = Field(description="Funktionen som går in i stället")


class Rutin(Part):
    """The municipality's own routine for single cases: fills in the flow chart, the network's routine and the cards."""

    ring_forst: Ref[Kontakt] = Field(description="Funktionen som alla ringer först")
    i_andra_hand: Ref[Kontakt] = Field(description="Funktionen man ringer när ingen svarar")
    utanfor_kontorstid: Ref[Kontakt] = Field(description="Funktionen som svarar kväll, natt och helg")
    oro_for_barn: Ref[Kontakt] = Field(description="Socialtjänstens mottagning för barn och unga")
    stod: Ref[Kontakt] = Field(description="Funktionen som tar kontakt med den utsatta")
    samordnare: Ref[Kontakt] | None = Field(default=None, description="Er egen samordnare mot människohandel")
    forst_pa_plats: tuple[Rad, ...] = Field(min_length=1, max_length=2, description="Vem som kan se något, och gör då")
    stod_tar_kontakt: tuple[Rad, ...] = Field(min_length=1, max_length=2, description="Hur fort, var och med vem")
    skydd_och_stod: tuple[Rad, ...] = Field(min_length=1, max_length=2, description="Vem som beslutar och håller i")
    uppfoljning: tuple[Rad, ...] = Field(min_length=1, max_length=2, description="När ni följer upp, och hur")
    anteckna: tuple[Rad, ...] = Field(
        min_length=1, max_length=4, description="Vad man antecknar, utan att peka ut någon"
    )
    gor_inte: tuple[Rad, ...] = Field(min_length=1, max_length=4, description="Vad man inte gör")
    kontrollerad: Datum = Field(description="Dagen då någon provringde och läste igenom rutinen")


class Genomgang(Part):
    """The handbook as it was when the municipality last went through its edition."""

    version: Text = Field(description="Handbokens version när ni senast gick igenom er utgåva")
    dag: Datum = Field(description="Dagen då ni gjorde det")


class Utgava(Entry):
    """One municipality's edition."""

    typ: ClassVar[str] = "utgava"
    namn: ClassVar[tuple[str, str]] = ("utgåva", "utgåvor")
    rubrikfalt: ClassVar[str] = "kommunnamn"

    kommunnamn: Namn = Field(description="Kommunens namn som det ska stå, som ”Exempelstads kommun”")
    kommun: Ref[Kommun] | None = Field(default=None, description="Kommunen, som kommun/1283")
    lan: Ref[Lan] = Field(description="Länet, som lan/12")
    lansstyrelse: Text = Field(description="Länsstyrelsens namn")
    polisregion: Ref[Polisregion] = Field(description="Polisregionen, som polisregion/syd")
    regionkoordinator: Ref[Regionkoordinator] = Field(description="Regionkoordinatorns område")
    webbadress: Webbadress = Field(description="Adressen där er utgåva ska ligga, med https://")
    logotyp: Text | None = Field(default=None, description="Filen med er logotyp i mappen: .svg eller .png")
    logotyp_alt: Text | None = Field(default=None, max_length=120, description="Vad logotypen föreställer, i ord")
    farg: Farg | None = Field(default=None, description="Er accentfärg; utelämnas när handbokens ska gälla")
    utgang: Webbadress = Field(
        default="https://www.smhi.se/", description="Neutral sida dit knappen som lämnar handboken leder"
    )
    startmanad: Manad | None = Field(default=None, description="Månaden då processen börjar, som 2027-01")
    ansvarig: Ansvarig = Field(description="Vem som svarar för webbplatsen")
    karngrupp: tuple[Funktion, ...] = Field(
        default=(), max_length=20, description="Er kärngrupp, en funktion per punkt"
    )
    rutin: Rutin | None = Field(default=None, description="Er rutin för enskilda ärenden")
    halsning: Md | None = Field(default=None, description="Några meningar på startsidan, i er egen röst")
    tillganglighet: Tillganglighet = Field(description="Fakta till tillgänglighetsredogörelsen")
    personuppgifter: Personuppgifter = Field(description="Vad era servrar sparar om ett besök")
    sakerhet: Sakerhet = Field(description="Vart man anmäler säkerhetsbrister")
    genomgangen: Genomgang = Field(description="När ni senast gick igenom utgåvan mot handboken")

    @property
    def start(self) -> date | None:
        """The first day of the start month."""
        return date.fromisoformat(f"{self.startmanad}-01") if self.startmanad else None
