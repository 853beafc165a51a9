"""The verb `build`: check, print, build the site, put it in place."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .checking import PROJECT, day, read_and_check
from .hosting import compress, write_server_files
from .model import Handbook, SourcedEntry
from .placement import MARK, put_in_place, workshop
from .problems import Level, Problem, as_text, has_errors
from .progress import Progress, seconds

if TYPE_CHECKING:
    from .printing import Sheet

Sheets = Mapping[str, Mapping[str, Any]]
"""What templates need to know of each printed sheet, by its id."""


@dataclass(frozen=True)
class Order:
    """What to build: where to, for which address, with sheets or not."""

    out: Path
    site_url: str | None
    pdf: bool
    today: date | None
    compress: bool = False
    server_files: bool = False


@dataclass(frozen=True)
class Result:
    """What a build gave."""

    pages: int
    sheets: int
    warnings: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; 0 built, 1 faults in the content. Raises Stop when there is no way to go on."""
    options = _parser().parse_args(arguments)
    order = Order(
        options.out.resolve(), options.site_url, options.pdf, options.today, options.compress, options.server_files
    )
    progress = Progress()
    result = build(order, progress)
    if result is None:
        progress.say("Inget byggdes. Rätta felen ovan och kör igen; den gamla webbplatsen ligger kvar.")
        return 1
    _tell(result, order, progress)
    return 0


def build(order: Order, progress: Progress) -> Result | None:
    """Build a whole site; None when the content has errors, which are then told."""
    with progress.stage("Läser och kontrollerar innehållet"):
        handbook, problems = read_and_check(PROJECT / "content", PROJECT / "docs", today=order.today)
    if has_errors(problems):
        progress.say(as_text(problem for problem in problems if problem.level is Level.FEL))
        return None
    os.environ["SOURCE_DATE_EPOCH"] = str(_epoch(handbook))
    with workshop(order.out) as folder:
        sheets, faults = _print(handbook, order, folder, progress)
        if faults:
            progress.say(as_text(faults))
            return None
        pages = _site(handbook, order, folder, sheets, progress)
        if order.compress:
            with progress.stage("Packar filerna"):
                compress(folder)
        with progress.stage("Lägger webbplatsen på plats"):
            files = sum(len(sheet["filer"]) for sheet in sheets.values())
            _sign(folder, handbook, pages, files)
            put_in_place(folder, order.out)
    if order.server_files:
        _server_files(order)
    return Result(pages, files, _warnings(problems))


def _print(handbook: Handbook, order: Order, folder: Path, progress: Progress) -> tuple[Sheets, list[Problem]]:
    """The sheets as PDF: what templates need to know of each, by its id, and what kept one from being printed."""
    if not order.pdf:
        return {}, []
    from .printing import Edition, Stock, print_sheets
    from .rendering import Renderer

    renderer = Renderer(handbook.published(), PROJECT / "overrides", _settings(order))
    stock = Stock(PROJECT / "overrides", PROJECT / "node_modules")
    edition = Edition(order.site_url, None)
    with progress.stage("Trycker bladen"):
        made, faults = print_sheets(
            renderer, stock, edition, folder / "utskrift", PROJECT / ".cache" / "utskrift", progress.step
        )
    return {sheet.mall.id: _files_of(sheet) for sheet in made}, faults


def _files_of(sheet: Sheet) -> dict[str, Any]:
    """A sheet's files as templates see them: what each is called, its kind and size in bytes; and its picture."""
    files = [
        {"namn": path.name, "text": name, "slag": path.suffix[1:].upper(), "byte": path.stat().st_size}
        for name, path in sheet.named_files
    ]
    return {"filer": files, "bild": sheet.picture.name}


def _site(handbook: Handbook, order: Order, folder: Path, sheets: Sheets, progress: Progress) -> int:
    from .site import edition
    from .site.generator import run_mkdocs

    with progress.stage("Bygger sidorna"):
        edition.begin(handbook, {**_settings(order), "blad": sheets})
        return run_mkdocs(PROJECT / "mkdocs.yml", folder, order.site_url)


def server_folder(out: Path) -> Path:
    """Where the server's files lie: beside the site, since nobody is to download them."""
    return out.with_name(f"{out.name}-drift")


def _server_files(order: Order) -> None:
    goal = server_folder(order.out)
    with workshop(goal) as folder:
        write_server_files(folder, order.out)
        shutil.copyfile(order.out / MARK, folder / MARK)
        put_in_place(folder, goal)


def _settings(order: Order) -> dict[str, Any]:
    """The edition's own facts, as templates see them."""
    return {"namn": "Stad för stad", "kommun": None, "adress": order.site_url, "blad": {}}


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
    (folder / MARK).write_text(json.dumps(facts, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _warnings(problems: Sequence[Problem]) -> int:
    return sum(problem.level is Level.VARNING for problem in problems)


def _tell(result: Result, order: Order, progress: Progress) -> None:
    """The end: where the result lies, how much there is, how long each stage took."""
    for name, length in progress.seconds.items():
        progress.say(f"  {name:<36} {seconds(length):>8}")
    if result.warnings:
        progress.say(f"  {result.warnings} varningar; se dem med scripts/validate.py")
    sheets = f"{result.sheets} utskriftsfiler" if order.pdf else "inga blad (--no-pdf)"
    if order.server_files:
        progress.say(f"  Filer för servern ligger i {server_folder(order.out)}")
    progress.say(f"Klart: {result.pages} sidor och {sheets} i {order.out}. Öppna {order.out / 'index.html'}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Kontrollera innehållet och bygg webbplatsen med sina blad.", add_help=False
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--no-pdf", action="store_false", dest="pdf", help="bygg utan tryckta blad")
    add("--out", type=Path, default=PROJECT / "site", metavar="MAPP", help="var webbplatsen läggs")
    add(
        "--site-url", type=_web_address, default=None, metavar="ADRESS", help="adressen där den ska ligga, för QR-koder"
    )
    add("--compress", action="store_true", help="packa filerna med gzip och brotli, för servrar")
    add("--server-files", action="store_true", help="lägg filer för nginx, Caddy, Apache och IIS bredvid webbplatsen")
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    return parser


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s\"'<>]+", text):
        raise argparse.ArgumentTypeError(f"”{text}” är ingen webbadress; skriv den som https://handbok.exempelstad.se/")
    return text.rstrip("/") + "/"
