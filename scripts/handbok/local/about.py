"""What every edition can say of the handbook it builds on: its version, and what its tests have shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from ..model import Marks, Part
from ..model.base import Entry
from ..model.texts import Datum, Text
from ..problems import Stop, as_text
from ..reading.files import read_text
from ..reading.validation import build
from ..reading.yaml_tree import parse
from .upgrade import version_of

FILE = "provat.yml"
"""Under content/: what our own tests cover, as evidence for accessibility statements."""


class Provning(Part):
    """One thing that the handbook's own tests show."""

    vad: Text = Field(description="Vad som prövas")
    hur: Text = Field(description="Med vilket verktyg, och på vad")
    resultat: Text = Field(description="Vad proven har visat")
    fil: Text = Field(description="Testfilen, som tests/browser/test_pages.py")
    dag: Datum = Field(description="Dagen då provet senast gick igenom")


class Provningar(Entry):
    """The whole file."""

    typ = "provat"
    namn = ("provning", "provningar")

    prov: tuple[Provning, ...] = Field(min_length=1, description="Det som prövas, ett per punkt")


@cache
def about_facts(project: Path) -> dict[str, Any]:
    """`version` and `provat` as templates see them; read once. Raises Stop when the file has faults."""
    return {"version": version_of(project), "provat": read_evidence(project / "content" / FILE)}


def read_evidence(path: Path) -> tuple[Provning, ...]:
    """What is in the file; nothing when there is none. Raises Stop when it has faults."""
    if not path.is_file():
        return ()
    shown = f"content/{FILE}"
    text, problems = read_text(path, shown)
    tree = parse(text or "", shown)
    found, faults = build(Provningar, tree.value, "provat/provat", Marks(shown, tree.places))
    if not isinstance(found, Provningar):
        raise Stop(as_text([*problems, *tree.problems, *faults]))
    return found.prov
