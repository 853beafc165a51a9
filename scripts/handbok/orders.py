"""What to build, as the command line asks for it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from .checking import PROJECT, day
from .cms.backend import Backend, read_backend
from .problems import Stop
from .rendering.plain import PLAIN


@dataclass(frozen=True)
class Order:
    """What to build: where to, for which address, with sheets or not."""

    out: Path
    site_url: str | None
    pdf: bool
    today: date | None
    pack: str | None = None
    """A step, when only its pack is to be printed."""
    books: bool = False
    """Whether the book and the packs are printed with the sheets: many minutes the first time."""
    start: date | None = None
    """The first day of the first month of the plan, when a municipality has chosen one."""
    compress: bool = False
    """Whether files are packed beside themselves, for servers."""
    server_files: bool = False
    """Whether servers' files are laid beside the site."""
    zip: bool = False
    """Whether the site is packed into one file for USB sticks as well."""
    edit_links: bool = False
    """Whether each entry's page leads to the editor in the browser."""
    editor: Backend | None = None
    """Where the editor in the browser sends changes, when the site is a preview that has it."""

    @property
    def settings(self) -> dict[str, Any]:
        """The edition's own facts, as templates see them."""
        editable = self.edit_links or self.editor is not None
        return {**PLAIN, "adress": self.site_url, "start": self.start, "redigera": editable}


@dataclass(frozen=True)
class EditionOrder:
    """Editions to make of one handbook."""

    order: Order
    folders: tuple[Path, ...]
    all_in: Path | None = None
    shard: tuple[int, int] = (1, 1)
    """Which part of the editions, of how many: `--shard 3/10`."""
    workers: int | None = None
    single: bool = True
    """Whether one edition alone is the goal itself instead of lying in a folder of its own under it."""

    @property
    def many(self) -> bool:
        """Whether each edition gets a folder of its own under the goal."""
        return self.all_in is not None or len(self.folders) > 1 or not self.single


def read_editions(arguments: Sequence[str]) -> EditionOrder | None:
    """The editions that a command line asks for; None when it asks for the handbook itself.

    Raises Stop for choices that do not go together.
    """
    options = _parser().parse_args(arguments)
    if not options.local and not options.all_in:
        return None
    if options.redigera:
        raise Stop("--redigera är för en förhandsvisning av handboken; det går inte med --local eller --all-in.")
    if options.site_url or options.start or options.pack:
        raise Stop("Adressen och startmånaden står i utgava.yml; --site-url, --start och --pack går inte med --local.")
    many = options.all_in is not None or len(options.local) > 1
    out = (options.out or PROJECT / ("utgavor" if many else "site")).resolve()
    asked = {name: getattr(options, name) for name in ("books", "compress", "server_files", "zip")}
    order = replace(Order(out, None, options.pdf, options.today), **asked)
    return EditionOrder(order, tuple(options.local), options.all_in, options.shard, options.workers)


def read_order(arguments: Sequence[str] | None = None) -> Order:
    """The order that a command line gives."""
    options = _parser().parse_args(arguments)
    out = options.out or PROJECT / ("utskrift" if options.pack else "site")
    plain = Order(out.resolve(), options.site_url, options.pdf, options.today)
    named = ("books", "pack", "start", "compress", "server_files", "zip", "edit_links")
    asked = {name: getattr(options, name) for name in named}
    if options.redigera and (options.zip or options.server_files):
        raise Stop("--redigera är för en förhandsvisning; det går inte med --zip eller --server-files.")
    return replace(plain, editor=read_backend(options.redigera) if options.redigera else None, **asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Kontrollera innehållet och bygg webbplatsen med sina blad.", add_help=False
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--no-pdf", action="store_false", dest="pdf", help="bygg utan tryckta blad")
    add(
        "--book",
        action="store_true",
        dest="books",
        help="tryck också boken och packen; tar några minuter första gången",
    )
    add("--out", type=Path, metavar="MAPP", help="var det läggs; annars site/, och packet i utskrift/")
    add("--pack", metavar="STEG", help="tryck bara packet för ett steg, som steg/6, eller alla; ingen webbplats byggs")
    add("--site-url", type=web_address, default=None, metavar="ADRESS", help="adressen där den ska ligga, för QR-koder")
    add(
        "--local",
        type=Path,
        action="append",
        default=[],
        metavar="MAPP",
        help="bygg en kommuns egen utgåva; kan upprepas",
    )
    add("--all-in", type=Path, metavar="MAPP", help="bygg en utgåva för varje lokal mapp i en mapp, till utgavor/")
    add("--shard", type=_shard, default=(1, 1), metavar="N/M", help="bygg bara var M:te utgåva, med början på den N:te")
    add("--workers", type=_number, metavar="N", help="hur många utgåvor som görs samtidigt; annars en per kärna")
    add("--compress", action="store_true", help="packa filerna med gzip och brotli, för servrar")
    add("--server-files", action="store_true", help="lägg filer för nginx, Caddy, Apache och IIS bredvid webbplatsen")
    add("--zip", action="store_true", help="lägg webbplatsen som en zip-fil bredvid, för usb-minnen och delade mappar")
    add(
        "--redigera", type=Path, metavar="FIL", help="lägg redigeraren i en förhandsvisning; filen säger var arkivet är"
    )
    add("--edit-links", action="store_true", help="länka varje posts sida till redigeraren, som serve.py --redigera")
    add("--start", type=_month, default=None, metavar="ÅÅÅÅ-MM", help="månaden då ni börjar, för tidsplanen")
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    return parser


def web_address(text: str) -> str:
    """An address given on the command line, with its last slash."""
    if not re.fullmatch(r"https?://[^\s\"'<>]+", text):
        raise argparse.ArgumentTypeError(f"”{text}” är ingen webbadress; skriv den som https://handbok.exempelstad.se/")
    return text.rstrip("/") + "/"


def _shard(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", text)
    if not found or int(found[1]) > int(found[2]):
        raise argparse.ArgumentTypeError(f"”{text}” är ingen del; skriv den som 3/10")
    return int(found[1]), int(found[2])


def _number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 99:
        raise argparse.ArgumentTypeError(f"”{text}” är inget antal; skriv ett tal från 1 till 99")
    return int(text)


def _month(text: str) -> date:
    """A month given on the command line, as its first day."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"”{text}” är ingen månad; skriv den som 2027-01") from None
