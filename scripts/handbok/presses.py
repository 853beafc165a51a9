"""What a build prints: sheets, books, packs and the survey, and what templates need to know of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .checking import PROJECT
from .model import Handbook, Kartlaggning
from .orders import Order
from .problems import Problem
from .progress import Progress
from .rendering.plain import SURVEY

if TYPE_CHECKING:
    from .printing import Sheet
    from .printing.books import Shop

CACHE = PROJECT / ".cache"
"""What is kept between builds."""
Prints = Mapping[str, Mapping[str, Any]]
"""What templates know of what was printed: `blad`, the files of each sheet by its id, and `bocker`, sizes by name."""


def print_all(
    handbook: Handbook, order: Order, out: Path, progress: Progress, stand_in: tuple[str, str] | None = None
) -> tuple[Prints, list[Problem]]:
    """Sheets, books and packs as files; what templates need to know of them, and what kept one from being printed.

    `stand_in` is an address and a name that are exchanged on the finished files.
    """
    if not order.pdf:
        return {"blad": {}, "bocker": {}}, []
    from .printing import print_sheets
    from .printing.books import print_books

    shop = _shop(handbook, order, out, stand_in)
    with progress.stage("Trycker bladen"):
        made, faults = print_sheets(shop.renderer, shop.stock, shop.edition, out, CACHE / "utskrift", progress.step)
    if faults:
        return {}, faults
    files = {sheet.mall.id: files_of(sheet) for sheet in made}
    if not order.books:
        return {"blad": files, "bocker": {}}, []
    with progress.stage("Trycker boken och packen"):
        books = print_books(shop, made, progress.step)
    return {"blad": files, "bocker": {book.name: book.stat().st_size for book in books}}, []


def _shop(handbook: Handbook, order: Order, out: Path, stand_in: tuple[str, str] | None = None) -> Shop:
    from .printing import Edition
    from .printing.books import Shelf, Shop
    from .rendering import Renderer

    renderer = Renderer(handbook, PROJECT / "overrides", order.settings)
    shelf = Shelf(PROJECT / "overrides", PROJECT / "node_modules")
    edition = Edition(*stand_in, later=True) if stand_in else Edition(order.site_url)
    return Shop(renderer, PROJECT / "docs", shelf, edition, out, CACHE / "bok")


def files_of(sheet: Sheet) -> dict[str, Any]:
    """A sheet's files as templates see them: what each is called, its kind and size in bytes; and its picture."""
    files = [
        {"namn": path.name, "text": name, "slag": path.suffix[1:].upper(), "byte": path.stat().st_size}
        for name, path in sheet.named_files
    ]
    return {"filer": files, "bild": sheet.picture.name}


def print_only_packs(handbook: Handbook, order: Order, progress: Progress) -> tuple[list[Path], list[Problem]]:
    """The sheets and the pack of one step, or of each, and nothing else."""
    from .printing import print_sheets
    from .printing.books import chosen, print_packs, with_sheets_of

    only = chosen(handbook, order.pack or "")
    shop, few = (_shop(book, order, order.out) for book in (handbook, with_sheets_of(only, handbook)))
    with progress.stage("Trycker packet"):
        made, faults = print_sheets(few.renderer, few.stock, few.edition, order.out, CACHE / "utskrift", progress.step)
        return ([] if faults else print_packs(shop, only, made, progress.step)), faults


def write_survey(handbook: Handbook, folder: Path, kommun: str | None = None) -> None:
    """The survey as a Word file; quick, so that a build without sheets has it too. None without categories."""
    if not handbook.all(Kartlaggning):
        return
    from .printing import survey

    goal = folder / SURVEY
    goal.parent.mkdir(exist_ok=True)
    goal.write_bytes(survey.write_survey(handbook, kommun))
