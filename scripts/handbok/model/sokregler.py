"""Sokregler: what the search knows of Swedish and of everyday words, beside what the entries say themselves."""

from __future__ import annotations

from typing import Any

from pydantic import Field, PrivateAttr

from .base import Marks, Origin, Part, Placed
from .kontakt import Kontakt
from .refs import Ref
from .texts import Text


class Sokregler(Part, Placed):
    """content/sokning.yml: the one file where somebody who tends the search writes."""

    hela: tuple[Text, ...] = Field(default=(), description="Ord som inte ska delas, fast de ser sammansatta ut")
    delas: dict[str, Text] = Field(
        default_factory=dict, description="Ord som ska delas på ett visst sätt: ordet, och delarna med mellanslag"
    )
    inga_delar: tuple[Text, ...] = Field(
        default=(), description="Ordbitar som aldrig är en del av ett sammansatt ord, som ”het” i ”säkerhet”"
    )
    andelser: tuple[Text, ...] = Field(
        default=(),
        description="Ändelser som tas bort efter stemmern, i ordning; före ett bindestreck står det som blir kvar",
    )
    stoppord: tuple[Text, ...] = Field(default=(), description="Ord i frågor som inte säger vad frågan gäller")
    synonymer: tuple[tuple[Text, ...], ...] = Field(
        default=(), description="Vardagsord som betyder ungefär detsamma, en grupp per rad"
    )
    avsikter: dict[str, tuple[Text, ...]] = Field(
        default_factory=dict, description="Ord som visar vilken innehållstyp någon söker, som ”ringa” för kontakt"
    )
    akut: tuple[Text, ...] = Field(default=(), description="Ord och fraser som låter akuta; då visas hjälpnumren först")
    akut_barn: tuple[Text, ...] = Field(default=(), description="Ord som visar att det akuta gäller ett barn")
    hjalp: tuple[Ref[Kontakt], ...] = Field(default=(), description="Kontakter som visas när något är akut, i ordning")
    hjalp_barn: tuple[Ref[Kontakt], ...] = Field(default=(), description="Detsamma när det gäller ett barn")

    _marks: Marks = PrivateAttr(default=Marks("content/sokning.yml"))

    def model_post_init(self, context: Any, /) -> None:
        """Keep where the fields stand."""
        if isinstance(context, Origin):
            self._marks = context.marks

    @property
    def marks(self) -> Marks:
        """Where the fields stand."""
        return self._marks
