"""The empty Word document that every sheet begins as: only the styles a sheet uses, and no picture of a page."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

STYLES = ("Normal", "heading 1", "heading 2", "heading 3", "heading 4", "List Bullet", "List Number", "Table Grid",
          "header", "footer")  # fmt: skip
"""What sheets are written with, by the names that a file gives them. The library looks through every style for every
paragraph, and a reader's list of styles shows them all."""
_OTHERS = ("w:basedOn", "w:link", "w:next")
"""How a style names others that it needs."""


def empty() -> Any:
    """A new document."""
    return Document(BytesIO(_file()))


@cache
def _file() -> bytes:
    """The library's own empty document, without what no sheet uses; the same for all of them."""
    document = Document()
    styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
    for id_ in styles.keys() - _needed(styles):
        document.styles.element.remove(styles[id_])
    package = document.part.package
    for name in [name for name, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[name]
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _needed(styles: dict[str, Any]) -> set[str]:
    """The ids of the styles that sheets use, those that apply to everything, and all that these lean on."""
    found: set[str] = set()
    wanted = {id_ for id_, style in styles.items() if style.get(qn("w:default")) or _name(style) in STYLES}
    while wanted:
        found |= wanted
        named = {other.get(qn("w:val")) for id_ in wanted for way in _OTHERS for other in styles[id_].findall(qn(way))}
        wanted = (named & styles.keys()) - found
    return found


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))
