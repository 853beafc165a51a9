"""Mall: a sheet to print and write on. One definition gives every form of it.

A sheet is a grid of columns and rows; each area takes a rectangle of it. Nothing here is measured
in millimetres: paper and style sheet decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from .base import Part
from .beslutstrad import Beslutstrad
from .fall import Fall
from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .refs import Ref
from .texts import JaNej, Md, Minuter, Rubrik, Text


class Yta(Part):
    """An area of a sheet: where it stands and what it asks."""

    rubrik: Rubrik = Field(description="Områdets rubrik")
    fraga: Text | None = Field(default=None, description="Ledande fråga, i liten stil")
    kolumn: int = Field(default=1, ge=1, le=24, description="Första kolumnen i bladets rutnät, från 1")
    rad: int = Field(default=1, ge=1, le=48, description="Första raden i bladets rutnät, från 1")
    bredd: int = Field(default=1, ge=1, le=24, description="Hur många kolumner området täcker")
    hojd: int = Field(default=1, ge=1, le=48, description="Hur många rader området täcker")


class Fritext(Yta):
    """An empty box for notes; big enough for sticky notes where that is said."""

    slag: Literal["fritext"] = Field(description="Vilket slags område det är")
    lappar: JaNej = Field(default=False, description="”ja” när självhäftande lappar (76 mm) ska få plats")
    exempel: tuple[Text, ...] = Field(default=(), description="Ifyllt exempel, en rad per anteckning")


class Rader(Yta):
    """Ruled lines."""

    slag: Literal["rader"] = Field(description="Vilket slags område det är")
    antal: int = Field(ge=1, le=60, description="Antal skrivrader")
    exempel: tuple[Text, ...] = Field(default=(), description="Ifyllt exempel, en text per rad")


class Lista(Yta):
    """A numbered or bulleted list whose items begin in print."""

    slag: Literal["lista"] = Field(description="Vilket slags område det är")
    numrerad: JaNej = Field(default=False, description="Om punkterna numreras")
    ifylls: JaNej = Field(default=True, description="”nej” när punkterna bara ska läsas, så att ingen plats lämnas")
    punkter: tuple[Text, ...] = Field(min_length=1, description="Punkter som står tryckta")
    exempel: tuple[Text, ...] = Field(default=(), description="Ifyllt exempel, en text per punkt")


class Kolumn(Part):
    """A column of a table."""

    rubrik: Rubrik = Field(description="Kolumnens rubrik")
    bredd: int = Field(default=1, ge=1, le=12, description="Kolumnens bredd i förhållande till de andra")


class Tabell(Yta):
    """A table to fill in; rows may have printed headings."""

    slag: Literal["tabell"] = Field(description="Vilket slags område det är")
    kolumner: tuple[Kolumn, ...] = Field(min_length=1, description="Tabellens kolumner")
    rader: tuple[Text, ...] = Field(default=(), description="Radrubriker, när raderna har sådana")
    radbredd: int | None = Field(
        default=None, ge=1, le=24, description="Radrubrikernas bredd i förhållande till kolumnernas; utan fältet 1,6"
    )
    antal: int | None = Field(default=None, ge=1, le=60, description="Antal tomma rader, när raderna saknar rubriker")
    exempel: tuple[tuple[Text, ...], ...] = Field(default=(), description="Ifyllt exempel, en lista per rad")

    @property
    def andelar(self) -> tuple[float, ...]:
        """The widths of all columns against each other; that of the row headings first, when rows have any."""
        widths = tuple(float(kolumn.bredd) for kolumn in self.kolumner)
        return (self.radbredd or 1.6, *widths) if self.rader else widths


class Skala(Yta):
    """Statements answered on a scale."""

    slag: Literal["skala"] = Field(description="Vilket slags område det är")
    fran: int = Field(ge=0, le=10, description="Skalans lägsta värde")
    till: int = Field(ge=1, le=10, description="Skalans högsta värde")
    lagst: Text = Field(description="Vad det lägsta värdet betyder")
    hogst: Text = Field(description="Vad det högsta värdet betyder")
    pastaenden: tuple[Text, ...] = Field(min_length=1, description="Påståenden eller frågor")
    exempel: tuple[int, ...] = Field(default=(), description="Ifyllt exempel, ett värde per påstående")


class Kryss(Yta):
    """Boxes to tick."""

    slag: Literal["kryss"] = Field(description="Vilket slags område det är")
    alternativ: tuple[Text, ...] = Field(min_length=1, description="Det som kan kryssas")
    exempel: tuple[Text, ...] = Field(default=(), description="De alternativ som är kryssade i exemplet")


class Tankekarta(Yta):
    """A middle with branches."""

    slag: Literal["tankekarta"] = Field(description="Vilket slags område det är")
    mitten: Rubrik = Field(description="Texten i mitten")
    grenar: tuple[Rubrik, ...] = Field(min_length=2, max_length=12, description="Grenarnas rubriker")
    exempel: tuple[tuple[Text, ...], ...] = Field(default=(), description="Ifyllt exempel, en lista per gren")


class Station(Part):
    """A stop on a path."""

    rubrik: Rubrik = Field(description="Stationens rubrik")
    fraga: Text | None = Field(default=None, description="Ledande fråga")


class Vag(Yta):
    """A path with stations, from left to right."""

    slag: Literal["vag"] = Field(description="Vilket slags område det är")
    stationer: tuple[Station, ...] = Field(min_length=2, description="Stationer i ordning")
    exempel: tuple[tuple[Text, ...], ...] = Field(default=(), description="Ifyllt exempel, en lista per station")


class Matris(Yta):
    """Two axes and the squares between them."""

    slag: Literal["matris"] = Field(description="Vilket slags område det är")
    kolumner: tuple[Rubrik, ...] = Field(min_length=2, description="Rubriker längs den vågräta axeln")
    rader: tuple[Rubrik, ...] = Field(min_length=2, description="Rubriker längs den lodräta axeln")
    exempel: tuple[tuple[Text, ...], ...] = Field(default=(), description="Ifyllt exempel, en lista per ruta, radvis")


class Kortet(Part):
    """One card to cut out."""

    rubrik: Rubrik | None = Field(default=None, description="Kortets rubrik")
    text: Text = Field(description="Kortets text")


class Kort(Yta):
    """Cards to cut out."""

    slag: Literal["kort"] = Field(description="Vilket slags område det är")
    per_rad: int = Field(default=2, ge=1, le=4, description="Kort per rad på arket")
    korten: tuple[Kortet, ...] = Field(min_length=1, description="Korten")


class Poster(Yta):
    """Entries of the handbook, printed with what they say on the day the sheet is made."""

    slag: Literal["poster"] = Field(description="Vilket slags område det är")
    urval: tuple[Ref[Lagrum | Beslutstrad | Kontakt | Fall], ...] = Field(
        min_length=1, description="Lagrum, kontakter eller fall i den ordning de står, eller ett beslutsträd"
    )
    visar: Literal["fragor", "utfall", "fall", "vandningar"] | None = Field(
        default=None,
        description="Av ett träd ”fragor” (förvalt) eller ”utfall”, av fall ”fall” (förvalt) eller ”vandningar”",
    )
    nr: int = Field(default=1, ge=1, le=9, description="Vilken del som står här, som 2 i ”2 av 3”")
    av: int = Field(default=1, ge=1, le=9, description="I hur många lika delar frågor, utfall eller vändningar står")

    @property
    def typer(self) -> frozenset[str]:
        """The types of what is shown; a whole area has one."""
        return frozenset(ref.partition("/")[0] for ref in self.urval)

    def delen(self, alla: Sequence[Any]) -> Sequence[Any]:
        """The part of them all that stands here."""
        return alla[(self.nr - 1) * len(alla) // self.av : self.nr * len(alla) // self.av]


Omrade = Annotated[
    Fritext | Rader | Lista | Tabell | Skala | Kryss | Tankekarta | Vag | Matris | Kort | Poster,
    Field(discriminator="slag"),
]
"""An area of any kind."""


class Blad(Part):
    """One page of a sheet, as a grid."""

    rubrik: Rubrik | None = Field(default=None, description="Sidans rubrik, när bladet har flera sidor")
    kolumner: int = Field(default=1, ge=1, le=24, description="Antal kolumner i rutnätet")
    rader: int = Field(default=1, ge=1, le=48, description="Antal rader i rutnätet")
    omraden: tuple[Omrade, ...] = Field(min_length=1, description="Sidans områden")


class Mall(SourcedEntry):
    """A sheet: purpose, paper, pages with areas, instruction, a filled-in example and what happens to it afterwards."""

    typ: ClassVar[str] = "mall"
    namn: ClassVar[tuple[str, str]] = ("blad", "blad")

    rubrik: Rubrik = Field(description="Bladets namn")
    syfte: Md = Field(description="Vad bladet är till för")
    komplettering: JaNej = Field(default=False, description="”ja” när bladet inte ingår i metoden utan är vårt tillägg")
    papper: Literal["A3", "A4"] = Field(description="Pappersformat")
    riktning: Literal["liggande", "staende"] = Field(default="liggande", description="Hur papperet ligger")
    arendeformular: JaNej = Field(
        default=False, description="”ja” när bladet fylls i om en viss person och förvaras i akten"
    )
    fickkort: JaNej = Field(
        default=False, description="”ja” när bladet är kort att bära med sig; de ligger i packet för varje steg"
    )
    instruktion: tuple[Text, ...] = Field(min_length=1, max_length=6, description="Hur ni gör, steg för steg")
    deltagare: Text = Field(description="Hur många bladet passar, som ”2–4 personer”")
    minuter: Minuter = Field(description="Ungefärlig tid i minuter")
    material: tuple[Text, ...] = Field(default=(), description="Vad ni behöver, som ”tjocka pennor”")
    blad: tuple[Blad, ...] = Field(min_length=1, description="Bladets sidor")
    efterat: Text = Field(description="Vad ni gör med bladet efteråt")
    version: Text = Field(
        default="1", description="Bladets version; höjs när det ändras så att gamla tryckta blad inte gäller"
    )
    vid_sidan: tuple[Ref[Mall], ...] = Field(default=(), description="Blad som används tillsammans med det här")
