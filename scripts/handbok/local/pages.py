"""Extra pages of an edition: lokalt/sidor/<name>.md, Markdown without HTML and without macros."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ..model import Entry, Marks
from ..model.texts import Md, Rubrik
from ..problems import Place, Problem
from ..reading.validation import build

FOLDER = "sidor"


class Lokalsida(Entry):
    """A page that only this edition has; its id is lokalt/<name>."""

    typ: ClassVar[str] = "lokalsida"
    namn: ClassVar[tuple[str, str]] = ("egen sida", "egna sidor")

    rubrik: Rubrik = Field(description="Sidans rubrik, på första raden efter ”# ”")
    text: Md = Field(description="Sidans text, i Markdown")


def read_page(text: str, id_: str, shown: str) -> tuple[Entry | None, Marks, list[Problem]]:
    """The page of a file: its first line is the heading."""
    first, _, rest = text.lstrip("\n").partition("\n")
    marks = Marks(shown, {(): Place(shown), ("rubrik",): Place(shown, 1), ("text",): Place(shown, 2)})
    if not first.startswith("# "):
        message = "sidan ska börja med sin rubrik: ”# ” och rubriken på första raden"
        return None, marks, [Problem(Place(shown), "lokal-sida", message)]
    page, problems = build(Lokalsida, {"rubrik": first[2:], "text": rest.strip() or None}, id_, marks)
    return page, marks, problems
