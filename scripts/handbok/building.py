"""The verb `build`: check, print, build the site, put it in place."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .checking import PROJECT, read_and_check
from .model import Handbook, SourcedEntry
from .orders import Order, read_order
from .placement import MARK, put_in_place, workshop
from .presses import Prints, print_all, print_only_packs, write_survey
from .problems import Level, Problem, as_text, has_errors
from .progress import Progress, seconds
from .site.dating import day_of_content
from .site.offline import write_offline


@dataclass(frozen=True)
class Result:
    """What a build gave."""

    pages: int
    sheets: int
    warnings: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; 0 built, 1 faults in the content. Raises Stop when there is no way to go on."""
    order = read_order(arguments)
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
        published = handbook.published()
        prints, faults = print_all(published, order, folder / "utskrift", progress)
        if faults:
            progress.say(as_text(faults))
            return None
        write_survey(published, folder)
        pages = _site(handbook, order, folder, prints, progress)
        with progress.stage("Gör kopian för läsning utan nät"):
            write_offline(folder, PROJECT, order.settings["namn"], day_of_content(published))
        with progress.stage("Lägger webbplatsen på plats"):
            files = sum(len(sheet["filer"]) for sheet in prints["blad"].values()) + len(prints["bocker"])
            _sign(folder, handbook, pages, files)
            put_in_place(folder, order.out)
    return Result(pages, files, _warnings(problems))


def _read(order: Order, progress: Progress) -> tuple[Handbook, list[Problem]] | None:
    """The checked handbook; None when it has errors, which are then told. Sets the time that output carries."""
    with progress.stage("Läser och kontrollerar innehållet"):
        handbook, problems = read_and_check(PROJECT / "content", PROJECT / "docs", today=order.today)
    if has_errors(problems):
        progress.say(as_text(problem for problem in problems if problem.level is Level.FEL))
        return None
    os.environ["SOURCE_DATE_EPOCH"] = str(_epoch(handbook))
    return handbook, list(problems)


def _only_packs(order: Order, progress: Progress) -> int:
    """Print the sheets and the pack of one step, or of each, and nothing else; the exit code."""
    read = _read(order, progress)
    if read is None:
        return 1
    files, faults = print_only_packs(read[0].published(), order, progress)
    progress.say(as_text(faults) if faults else "Klart: " + ", ".join(map(str, files)))
    return 1 if faults else 0


def _site(handbook: Handbook, order: Order, folder: Path, prints: Prints, progress: Progress) -> int:
    from .site import edition
    from .site.generator import run_mkdocs

    with progress.stage("Bygger sidorna"):
        edition.begin(handbook, {**order.settings, **prints})
        return run_mkdocs(PROJECT / "mkdocs.yml", folder, order.site_url)


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
    sheets = f"{result.sheets} utskriftsfiler" if order.pdf else "inga blad (--no-pdf)"
    progress.say(f"Klart: {result.pages} sidor och {sheets} i {order.out}. Öppna {order.out / 'index.html'}")
