"""Regionkoordinator: a regional coordinator's area, as a function, never a person."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .kalla import SourcedEntry
from .kommun import Kommun
from .kontakt import Kontakt
from .lan import Lan
from .polisregion import Polisregion
from .refs import Ref
from .texts import Md, Rubrik, Sakerhet


class Regionkoordinator(SourcedEntry):
    """The area of one regional coordinator's office and the way to it."""

    typ: ClassVar[str] = "regionkoordinator"
    namn: ClassVar[tuple[str, str]] = ("regionkoordinator", "regionkoordinatorer")
    kontrollintervall: ClassVar[int] = 6

    rubrik: Rubrik = Field(description="Områdets namn, som ”Regionkoordinator Syd”")
    polisregion: Ref[Polisregion] = Field(description="Polisregionen området följer")
    lan: tuple[Ref[Lan], ...] = Field(min_length=1, description="Länen i området")
    vardkommun: Ref[Kommun] | None = Field(default=None, description="Kommunen där koordinatorn är anställd")
    vag: tuple[Ref[Kontakt], ...] = Field(min_length=1, description="Hur man når koordinatorn, i ordning")
    sakerhet: Sakerhet = Field(description="Hur säker uppgiften är")
    oklart: Md | None = Field(default=None, description="Vad som återstår att kontrollera")
