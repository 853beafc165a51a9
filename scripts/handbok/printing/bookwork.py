"""One sheaf of a book set into the cache: what a worker process does."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from hashlib import sha256
from html import unescape
from pathlib import Path

from weasyprint import HTML

from ..problems import Stop
from .book import Shelf, keep
from .fetching import OwnFiles
from .glyphs import lacking
from .typesetting import VARIANT, _styles, _warnings

FAMILIES = ("Atkinson Hyperlegible Next", "Source Serif 4")
_ANCHOR = re.compile(r'id="([a-z]+--[a-z0-9-]+)"')


@dataclass(frozen=True)
class Task:
    """A sheaf to set, and where to put it."""

    html: str
    shelf: Shelf
    style: str
    file: Path
    write: bool = True
    """False when only the pages are to be counted: writing takes a third of the time."""

    @property
    def goal(self) -> Path:
        """What is there when the task is done."""
        return self.file if self.write else self.file.with_suffix(".json")


def work(task: Task) -> None:
    """Lay a sheaf out and keep the PDF, how many pages it has, and where its places are.

    Raises Stop when WeasyPrint warns: what it cannot do must be mended, not printed.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    _check_signs(task)
    styles, fonts = _styles(task.shelf, task.style)
    with _warnings() as warnings:
        source = HTML(string=task.html, base_url=str(task.shelf.overrides), url_fetcher=OwnFiles(task.shelf))
        document = source.render(stylesheets=styles, font_config=fonts, pdf_variant=VARIANT)
        pdf = b""
        if task.write:
            identifier = sha256(task.html.encode()).digest()[:16]
            pdf = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier)
    if warnings:
        raise Stop("Boken kan inte tryckas. WeasyPrint: " + "; ".join(sorted(set(warnings))))
    places = {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors}
    keep(task.file.with_suffix(".json"), json.dumps({"sidor": len(document.pages), "platser": places}).encode())
    if task.write:
        keep(task.file, pdf)


def _check_signs(task: Task) -> None:
    """Raise Stop for a sign that a font of the book lacks, with the entry that it stands in.

    WeasyPrint would take the sign from any font of the machine, and the book would look different elsewhere.
    """
    body = task.html.partition("<body")[2]
    text = unescape(re.sub(r"<[^>]*>", "", body))
    for sign in sorted({sign for family in FAMILIES for sign in lacking(text, family, task.shelf)}):
        anchors = _ANCHOR.findall(body.partition(sign)[0])
        where = anchors[-1].replace("--", "/", 1).partition("--")[0] if anchors else "boken"
        told = f"{where} har tecknet ”{sign}” (U+{ord(sign):04X}), som inte finns i typsnitten. Skriv det annorlunda."
        raise Stop(f"Boken kan inte tryckas. {told}")
