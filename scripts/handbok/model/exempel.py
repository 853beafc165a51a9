"""Exempel: what a place has tried, with what is known of the effect."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from .amne import Amne
from .kalla import SourcedEntry
from .kommun import Kommun
from .lan import Lan
from .ovning import Ovning
from .refs import Ref
from .steg import Steg
from .texts import Evidens, Md, Rubrik, Text


class Exempel(SourcedEntry):
    """An example from a place: what was done, what it is said to have given, and on what ground."""

    typ: ClassVar[str] = "exempel"
    namn: ClassVar[tuple[str, str]] = ("exempel", "exempel")

    rubrik: Rubrik = Field(description="Exemplet med några ord")
    slag: Literal[
        "natverk",
        "plan",
        "rutin",
        "rollbeskrivning",
        "utbildning",
        "upptackt",
        "stod",
        "forebyggande",
        "styrning",
        "metod",
    ] = Field(description="Vilket slags exempel det är")
    plats: Text = Field(description="Var det hände")
    lan: tuple[Ref[Lan], ...] = Field(default=(), description="Län, för urvalet")
    kommuner: tuple[Ref[Kommun], ...] = Field(default=(), description="Kommuner, för urvalet")
    ar: Text = Field(description="När, som ”2022” eller ”2017–2022”")
    aktorer: tuple[Text, ...] = Field(min_length=1, description="Vilka som deltog, som funktioner")
    gjordes: Md = Field(description="Vad som gjordes")
    resultat: Md = Field(description="Vilket resultat som uppges")
    evidens: Evidens = Field(description="Vad det uppgivna resultatet vilar på")
    tank_pa: Md | None = Field(default=None, description="Vad som skiljer andra platser eller har ändrats sedan dess")
    steg: tuple[Ref[Steg], ...] = Field(default=(), description="Steg där exemplet är till hjälp")
    ovningar: tuple[Ref[Ovning], ...] = Field(default=(), description="Övningar där exemplet är till hjälp")
    amnen: tuple[Ref[Amne], ...] = Field(default=(), description="Ämnen som exemplet belyser")
