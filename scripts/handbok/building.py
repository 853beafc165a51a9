"""The verb `build`: check, print, build the site, put it in place."""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .checking import PROJECT, day, read_and_check
from .model import Handbook, SourcedEntry
from .placement import MARK, put_in_place, workshop
from .problems import Level, Problem, as_text, has_errors
from .progress import Progress, seconds

if TYPE_CHECKING:
    from .printing import Sheet
    from .printing.books import Shop

CACHE = PROJECT / ".cache"
"""What is kept between builds."""
Prints = Mapping[str, Mapping[str, Any]]
"""What templates know of what was printed: `blad`, the files of each sheet by its id, and `bocker`, sizes by name."""


@dataclass(frozen=True)
class Order:
    """What to build: where to, for which address, with sheets or not."""

    out: Path
    site_url: str | None
    pdf: bool
    today: date | None
    pack: str | None = None
    """A step, when only its pack is to be printed."""
    books: bool = True
    """Whether the book and the packs are printed with the sheets."""


@dataclass(frozen=True)
class Result:
    """What a build gave."""

    pages: int
    sheets: int
    warnings: int
    books: int = 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; 0 built, 1 faults in the content. Raises Stop when there is no way to go on."""
    options = _parser().parse_args(arguments)
    out = options.out or PROJECT / ("utskrift" if options.pack else "site")
    order = Order(out.resolve(), options.site_url, options.pdf, options.today, options.pack)
    progress = Progress()
    if order.pack:
        return _only_packs(order, progress)
    result = build(order, progress)
    if result is None:
        progress.say("Inget byggdes. Rätta felen ovan och kör igen; den gamla webbplatsen ligger kvar.")
        return 1
    _tell(result, order, progress)
    return 0


def build(order: Order, progress: Progress) -> Result | None:
    """Build a whole site; None when the content has errors, which are then told."""
    read = _read(order, progress)
    if read is None:
        return None
    handbook, problems = read
    with workshop(order.out) as folder:
        prints, faults = _print(handbook, order, folder / "utskrift", progress)
        if faults:
            progress.say(as_text(faults))
            return None
        pages = _site(handbook, order, folder, prints, progress)
        with progress.stage("Lägger webbplatsen på plats"):
            files = sum(len(sheet["filer"]) for sheet in prints["blad"].values())
            _sign(folder, handbook, pages, files)
            put_in_place(folder, order.out)
    return Result(pages, files, _warnings(problems), len(prints["bocker"]))


def _read(order: Order, progress: Progress) -> tuple[Handbook, list[Problem]] | None:
    """The checked handbook; None when it has errors, which are then told. Sets the time that output carries."""
    with progress.stage("Läser och kontrollerar innehållet"):
        handbook, problems = read_and_check(PROJECT / "content", PROJECT / "docs", today=order.today)
    if has_errors(problems):
        progress.say(as_text(problem for problem in problems if problem.level is Level.FEL))
        return None
    os.environ["SOURCE_DATE_EPOCH"] = str(_epoch(handbook))
    return handbook, list(problems)


def _print(handbook: Handbook, order: Order, out: Path, progress: Progress) -> tuple[Prints, list[Problem]]:
    """Sheets, books and packs as files; what templates need to know of them, and what kept one from being printed."""
    if not order.pdf:
        return {"blad": {}, "bocker": {}}, []
    from .printing import print_sheets
    from .printing.books import print_books

    shop = _shop(handbook.published(), order, out)
    with progress.stage("Trycker bladen"):
        made, faults = print_sheets(shop.renderer, shop.stock, shop.edition, out, CACHE / "utskrift", progress.step)
    if faults:
        return {}, faults
    files = {sheet.mall.id: _files_of(sheet) for sheet in made}
    if not order.books:
        return {"blad": files, "bocker": {}}, []
    with progress.stage("Trycker boken och packen"):
        books = print_books(shop, made, progress.step)
    return {"blad": files, "bocker": {book.name: book.stat().st_size for book in books}}, []


def _shop(handbook: Handbook, order: Order, out: Path) -> Shop:
    from .printing import Edition
    from .printing.books import Shelf, Shop
    from .rendering import Renderer

    renderer = Renderer(handbook, PROJECT / "overrides", _settings(order))
    shelf = Shelf(PROJECT / "overrides", PROJECT / "node_modules")
    return Shop(renderer, PROJECT / "docs", shelf, Edition(order.site_url, None), out, CACHE / "bok")


def _only_packs(order: Order, progress: Progress) -> int:
    """Print the sheets and the pack of one step, or of each, and nothing else; the exit code."""
    read = _read(order, progress)
    if read is None:
        return 1
    from .printing import print_sheets
    from .printing.books import chosen, print_packs, with_sheets_of

    handbook = read[0].published()
    only = chosen(handbook, order.pack or "")
    shop, few = (_shop(book, order, order.out) for book in (handbook, with_sheets_of(only, handbook)))
    with progress.stage("Trycker packet"):
        made, faults = print_sheets(few.renderer, few.stock, few.edition, order.out, CACHE / "utskrift", progress.step)
        files = [] if faults else print_packs(shop, only, made, progress.step)
    progress.say(as_text(faults) if faults else "Klart: " + ", ".join(map(str, files)))
    return 1 if faults else 0


def _files_of(sheet: Sheet) -> dict[str, Any]:
    """A sheet's files as templates see them: what each is called, its kind and size in bytes; and its picture."""
    files = [
        {"namn": path.name, "text": name, "slag": path.suffix[1:].upper(), "byte": path.stat().st_size}
        for name, path in sheet.named_files
    ]
    return {"filer": files, "bild": sheet.picture.name}


def _site(handbook: Handbook, order: Order, folder: Path, prints: Prints, progress: Progress) -> int:
    from .site import edition
    from .site.generator import run_mkdocs

    with progress.stage("Bygger sidorna"):
        edition.begin(handbook, {**_settings(order), **prints})
        return run_mkdocs(PROJECT / "mkdocs.yml", folder, order.site_url)


def _settings(order: Order) -> dict[str, Any]:
    """The edition's own facts, as templates see them."""
    return {"namn": "Stad för stad", "kommun": None, "adress": order.site_url, "blad": {}, "bocker": {}}


def _epoch(handbook: Handbook) -> int:
    """The time that output carries: SOURCE_DATE_EPOCH, else the newest commit, else the newest check. In seconds."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    try:
        command = ["git", "-C", str(PROJECT), "log", "-1", "--format=%ct"]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        return int(found)
    except (OSError, ValueError, subprocess.CalledProcessError):
        checked = [entry.kontrollerad for entry in handbook if isinstance(entry, SourcedEntry)]
        newest = max(checked, default=date(2026, 1, 1))
        return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def _sign(folder: Path, handbook: Handbook, pages: int, sheets: int) -> None:
    """Leave word of what was built; the file also tells that the folder is ours to replace."""
    facts = {"poster": len(handbook), "sidor": pages, "blad": sheets, "tid": int(os.environ["SOURCE_DATE_EPOCH"])}
    (folder / MARK).write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _warnings(problems: Sequence[Problem]) -> int:
    return sum(problem.level is Level.VARNING for problem in problems)


def _tell(result: Result, order: Order, progress: Progress) -> None:
    """The end: where the result lies, how much there is, how long each stage took."""
    for name, length in progress.seconds.items():
        progress.say(f"  {name:<36} {seconds(length):>8}")
    if result.warnings:
        progress.say(f"  {result.warnings} varningar; se dem med scripts/validate.py")
    sheets = f"{result.sheets + result.books} utskriftsfiler" if order.pdf else "inga blad (--no-pdf)"
    progress.say(f"Klart: {result.pages} sidor och {sheets} i {order.out}. Öppna {order.out / 'index.html'}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Kontrollera innehållet och bygg webbplatsen med sina blad.", add_help=False
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--no-pdf", action="store_false", dest="pdf", help="bygg utan tryckta blad")
    add("--out", type=Path, metavar="MAPP", help="var det läggs; annars site/, och packet i utskrift/")
    add("--pack", metavar="STEG", help="tryck bara packet för ett steg, som steg/6, eller alla; ingen webbplats byggs")
    add(
        "--site-url", type=_web_address, default=None, metavar="ADRESS", help="adressen där den ska ligga, för QR-koder"
    )
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    return parser


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s\"'<>]+", text):
        raise argparse.ArgumentTypeError(f"”{text}” är ingen webbadress; skriv den som https://handbok.exempelstad.se/")
    return text.rstrip("/") + "/"
