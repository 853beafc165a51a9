"""Fall: a short made-up case to talk about."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Part
from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .refs import Ref
from .roll import Roll
from .texts import JaNej, Md, Rubrik, Text


class Vandning(Part):
    """News that the leader hands out halfway through."""

    handelse: Md = Field(description="Vad som händer nu")
    fragor: tuple[Text, ...] = Field(default=(), description="Frågor att ställa efter vändningen")


class Fall(SourcedEntry):
    """A case card: what is seen, questions, and what a leader needs to know of duties and law."""

    typ: ClassVar[str] = "fall"
    namn: ClassVar[tuple[str, str]] = ("fall", "fall")
    fristaende: ClassVar[bool] = False

    rubrik: Rubrik = Field(description="Fallets namn")
    miljo: Text = Field(description="Var det utspelar sig")
    berattelse: Md = Field(description="Vad som händer, så som det märks på platsen; inga namn")
    fragor: tuple[Text, ...] = Field(min_length=2, description="Frågor till gruppen")
    vandningar: tuple[Vandning, ...] = Field(default=(), description="Nya uppgifter under samtalets gång")
    ledarstod: Md = Field(description="Vad samtalsledaren ska få fram")
    barn: JaNej = Field(default=False, description="Om ett barn är eller kan vara inblandat")
    ansvar: tuple[Ref[Roll], ...] = Field(default=(), description="Vilka roller fallet berör")
    kontakter: tuple[Ref[Kontakt], ...] = Field(min_length=1, description="Vart man vänder sig, i ordning")
    lagrum: tuple[Ref[Lagrum], ...] = Field(min_length=1, description="Lagrum som fallet väcker")
