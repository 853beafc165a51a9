"""The verb `build`: check, print, build the site, put it in place."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .checking import PROJECT, read_and_check
from .cms.folder import FOLDER, write_editor
from .hosting import compress, write_server_files
from .model import Handbook, SourcedEntry
from .orders import Order, read_order
from .placement import MARK, put_in_place, workshop
from .presses import Prints, print_all, print_only_packs, write_survey
from .problems import Level, Problem, as_text, has_errors
from .progress import Progress, seconds
from .site.bundling import NAME, write_zip
from .site.dating import day_of_content
from .site.offline import write_offline

HISTORY = "historik.json"
"""What git would have told, in the source archive of a release."""


@dataclass(frozen=True)
class Result:
    """What a build gave."""

    pages: int
    sheets: int
    warnings: int
    books: int = 0


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
    found = read(order, progress)
    if found is None:
        return None
    handbook, problems = found
    with workshop(order.out) as folder:
        published = handbook.published()
        prints, faults = print_all(published, order, folder / "utskrift", progress)
        if faults:
            progress.say(as_text(faults))
            return None
        write_survey(published, folder)
        pages = _site(handbook, order, folder, prints, progress)
        _keepable(published, order, folder, progress)
        if order.editor:
            write_editor(folder / FOLDER, published, PROJECT, order.editor.settings, order.editor.servers)
        with progress.stage("Lägger webbplatsen på plats"):
            files = sum(len(sheet["filer"]) for sheet in prints["blad"].values())
            _sign(folder, handbook, pages, files)
            put_in_place(folder, order.out)
    if order.server_files:
        lay_server_files(order.out)
    if order.zip:
        with progress.stage("Packar zip-filen"):
            write_zip(order.out, order.out.with_name(NAME), day_of_content(published))
    return Result(pages, files, _warnings(problems), len(prints["bocker"]))


def read(order: Order, progress: Progress) -> tuple[Handbook, list[Problem]] | None:
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
    found = read(order, progress)
    if found is None:
        return 1
    files, faults = print_only_packs(found[0].published(), order, progress)
    progress.say(as_text(faults) if faults else "Klart: " + ", ".join(map(str, files)))
    return 1 if faults else 0


def _site(handbook: Handbook, order: Order, folder: Path, prints: Prints, progress: Progress) -> int:
    from .site import edition
    from .site.generator import run_mkdocs

    now = edition.begin(handbook, {**order.settings, **prints})
    with progress.stage("Gör sökregistret"):
        _ = now.search  # made here, so that its time is told apart from the pages'
    with progress.stage("Bygger sidorna"):
        return run_mkdocs(PROJECT / "mkdocs.yml", folder, order.site_url)


def _keepable(handbook: Handbook, order: Order, folder: Path, progress: Progress) -> None:
    """What comes last, since it looks at every file: the copy that readers may keep, and packed files for servers."""
    with progress.stage("Gör kopian för läsning utan nät"):
        write_offline(folder, PROJECT, order.settings["namn"], day_of_content(handbook))
    if order.compress:
        with progress.stage("Packar filerna"):
            compress(folder)


def lay_server_files(site: Path) -> None:
    """Put the servers' files beside a finished site."""
    goal = server_folder(site)
    with workshop(goal) as folder:
        write_server_files(folder, site)
        shutil.copyfile(site / MARK, folder / MARK)
        put_in_place(folder, goal)


def server_folder(site: Path) -> Path:
    """Where the server's files lie: beside the site, since nobody is to download them."""
    return site.with_name(f"{site.name}-drift")


def _epoch(handbook: Handbook) -> int:
    """The time that output carries, in seconds: SOURCE_DATE_EPOCH, else the newest commit, else the newest check."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdecimal():
        return int(given)
    told = _told_in(PROJECT / HISTORY)
    if told is not None:
        return told
    try:
        command = ["git", "-C", str(PROJECT), "log", "-1", "--format=%ct"]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
        return int(found)
    except (OSError, ValueError, subprocess.CalledProcessError):
        checked = [entry.kontrollerad for entry in handbook if isinstance(entry, SourcedEntry)]
        newest = max(checked, default=date(2026, 1, 1))
        return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def _told_in(path: Path) -> int | None:
    """The time that a file of history tells; one that an editor wrote beside git tells none."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return int(json.loads(path.read_text(encoding="utf-8"))["tid"])
    return None


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
    if order.zip:
        progress.say(f"  Zip-filen är {order.out.with_name(NAME)}")
    if order.server_files:
        progress.say(f"  Filer för servern ligger i {server_folder(order.out)}")
    progress.say(f"Klart: {result.pages} sidor och {sheets} i {order.out}. Öppna {order.out / 'index.html'}")
