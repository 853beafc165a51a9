"""One sheaf of a book set into the cache: what a worker process does."""

from __future__ import annotations

import re
from html import unescape

from ...problems import Stop
from ..glyphs import lacking
from ..keeping import keep
from ..typesetting import heard, laid_out, written
from .sheaf import Sheaf, Task
from .shelf import STYLE

FAMILIES = ("Atkinson Hyperlegible Next", "Source Serif 4")
_ANCHOR = re.compile(r'id="([a-z]+--[a-z0-9-]+)"')


def do(task: Task) -> None:
    """Lay a sheaf out and keep the PDF, how many pages it has, and where its places are.

    Raises Stop when WeasyPrint warns: what it cannot do must be mended, not printed.
    """
    _check_signs(task)
    with heard() as warnings:
        document = laid_out(task.html, task.shelf, STYLE)
        pdf = written(document) if task.write else b""
    if warnings:
        raise Stop("Boken kan inte tryckas. WeasyPrint: " + "; ".join(sorted(set(warnings))))
    places = {name: number for number, page in enumerate(document.pages, 1) for name in page.anchors}
    keep(task.file.with_suffix(".json"), Sheaf(task.file, len(document.pages), places).facts())
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
