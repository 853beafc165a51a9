"""Roll: a profession or function in the collaboration, so that others know what to expect."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .kalla import SourcedEntry
from .kontakt import Kontakt
from .lagrum import Lagrum
from .refs import Ref
from .texts import Md, Rubrik, Text


class Roll(SourcedEntry):
    """A role card: task, law, what the role can and cannot do, and how it is reached."""

    typ: ClassVar[str] = "roll"
    namn: ClassVar[tuple[str, str]] = ("roll", "roller")

    rubrik: Rubrik = Field(description="Rollens namn")
    uppgift: Md = Field(description="Vad rollen har till uppgift")
    kan: tuple[Text, ...] = Field(min_length=1, description="Vad rollen kan göra")
    kan_inte: tuple[Text, ...] = Field(min_length=1, description="Vad rollen inte kan eller får göra")
    tider: Text | None = Field(default=None, description="När rollen går att nå")
    nas: Md = Field(description="Hur rollen nås")
    missforstand: tuple[Text, ...] = Field(default=(), description="Vad andra ofta missförstår")
    barn: Md | None = Field(default=None, description="Vad rollen gör när ett barn berörs")
    lagrum: tuple[Ref[Lagrum], ...] = Field(default=(), description="Lagrum som styr rollen")
    kontakter: tuple[Ref[Kontakt], ...] = Field(default=(), description="Kontakter som hör till rollen")
