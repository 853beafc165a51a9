"""Polisregion: one of the seven regions of the police."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Entry
from .texts import Rubrik


class Polisregion(Entry):
    """A region of the police; a row of polisregioner.csv."""

    typ: ClassVar[str] = "polisregion"
    namn: ClassVar[tuple[str, str]] = ("polisregion", "polisregioner")
    tabell: ClassVar[str | None] = "polisregioner.csv"

    kod: str = Field(description="Sista ledet i id:t, som ”syd”", pattern=r"^[a-z]+$")
    rubrik: Rubrik = Field(description="Regionens namn, som ”Polisregion Syd”")
