"""The sheets of an edition: those that it fills in or has of its own are printed, the rest are the mother's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..checking import PROJECT
from ..local import Local
from ..model import Mall
from ..presses import CACHE, files_of
from ..problems import Problem
from .facts import address, settings
from .files import link
from .kit import Kit
from .packs import bind_packs
from .stamps import stamp

FOLDER = "utskrift"
EXAMPLE = "Ifyllt exempel"


def print_edition(local: Local, kit: Kit, folder: Path) -> tuple[Mapping[str, Any], list[Problem]]:
    """Put the sheets into a folder; what templates need to know of them, and what kept one from being printed."""
    wanted = _wanted(local) if kit.pdf else {}
    made: dict[str, Any] = {}
    if wanted:
        sheets, problems = _printed(local, kit, wanted, folder / FOLDER)
        if problems:
            return {}, [_at_home(problem, local) for problem in problems]
        made = {sheet.mall.id: _named(files_of(sheet), local) for sheet in sheets}
    sheets = {**kit.prints["blad"], **made}
    bind_packs(kit, stamp(local, kit, folder / FOLDER), sheets, folder / FOLDER)
    for path in sorted((kit.mother / FOLDER).rglob("*")):
        goal = folder / path.relative_to(kit.mother)
        if path.is_file() and not goal.exists():
            link(path, goal)
    return _sizes({**kit.prints, "blad": sheets}, folder / FOLDER), []


def _sizes(prints: Mapping[str, Any], out: Path) -> dict[str, Any]:
    """The same with every file as large as it is now."""
    sheets = {
        id_: {**sheet, "filer": [{**row, "byte": (out / row["namn"]).stat().st_size} for row in sheet["filer"]]}
        for id_, sheet in prints["blad"].items()
    }
    return {**prints, "blad": sheets, "bocker": {name: (out / name).stat().st_size for name in prints["bocker"]}}


def _wanted(local: Local) -> dict[str, Mall]:
    """Sheets that no other edition has like this."""
    own = {id_: local.published.entries.get(id_) for id_ in (*local.filled, *local.overlay.entries)}
    return {id_: sheet for id_, sheet in own.items() if isinstance(sheet, Mall)}


def _printed(local: Local, kit: Kit, wanted: Mapping[str, Mall], out: Path) -> Any:
    from ..printing import Edition, Stock, print_sheets
    from ..rendering import Renderer

    entries = {id_: one for id_, one in local.published.entries.items() if not isinstance(one, Mall) or id_ in wanted}
    renderer = Renderer(replace(local.published, entries=entries), PROJECT / "overrides", settings(local, kit))
    stock = Stock(PROJECT / "overrides", PROJECT / "node_modules")
    who = sha256(str(local.overlay.folder.resolve()).encode()).hexdigest()[:16]
    edition = Edition(address(local), local.utgava.kommunnamn)
    return print_sheets(renderer, stock, edition, out, CACHE / "utgavor" / who)


def _named(files: dict[str, Any], local: Local) -> dict[str, Any]:
    """What was a made-up example is the municipality's own."""
    name = f"Ifyllt för {local.utgava.kommunnamn}"
    rows = [{**row, "text": name if row["text"] == EXAMPLE else row["text"]} for row in files["filer"]]
    return {**files, "filer": rows}


def _at_home(problem: Problem, local: Local) -> Problem:
    """A fault in a sheet that the routine fills in is mended in the overlay, not in the handbook."""
    if problem.place.file.startswith(local.overlay.shown):
        return problem
    message = f"er rutin får inte plats på bladet {Path(problem.place.file).stem}: {problem.message}"
    return replace(problem, place=local.utgava.marks.place("rutin"), message=message)
