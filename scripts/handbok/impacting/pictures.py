"""Touched sheets as pictures: every page that looks otherwise than before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ..model import Handbook, Mall
from ..presses import CACHE
from ..problems import Problem, Stop
from ..rendering import Renderer
from ..rendering.plain import PLAIN
from .base import Version

BEFORE, AFTER = "före", "efter"
_FILES = {BEFORE: "fore", AFTER: "efter"}


def draw_pictures(sheets: Sequence[str], before: Version, now: Version, modules: Path, goal: Path) -> Iterator[str]:
    """A line for each page that differs, with links to its pictures in `goal`, and for each sheet that cannot be drawn.

    Templates as they were may ask for what the program of today does not give them; then today's are used.
    """
    new, faults = _pages(now, now.folder, sheets, modules)
    yield from (f"går inte att trycka: `{fault.place.file}:{fault.place.line}` {fault.message}" for fault in faults)
    try:
        old, _ = _pages(before, before.folder, sheets, modules)
    except Stop:
        old, _ = _pages(before, now.folder, sheets, modules)
    goal.mkdir(parents=True, exist_ok=True)
    for id_ in sheets:
        pair = {BEFORE: old.get(id_, []), AFTER: new.get(id_, [])}
        for number in range(max(map(len, pair.values()))):
            found = {word: pages[number] for word, pages in pair.items() if number < len(pages)}
            if len(set(found.values())) > 1 or len(found) == 1:
                links = [_keep(goal, id_, number + 1, word, png) for word, png in found.items()]
                yield f"`{id_}` sida {number + 1}: {', '.join(links)}"


def _keep(goal: Path, id_: str, number: int, word: str, png: bytes) -> str:
    path = goal / f"{id_.rpartition('/')[2]}-{number}-{_FILES[word]}.png"
    path.write_bytes(png)
    return f"[{word}]({goal.name}/{path.name})"


def _pages(
    version: Version, look: Path, sheets: Sequence[str], modules: Path
) -> tuple[dict[str, list[bytes]], list[Problem]]:
    """The pages of each sheet that there is, as pictures, and what keeps one from being printed."""
    from ..printing import Edition, Stock, print_sheets
    from ..printing.pictures import pages

    wanted = _only(version.handbook.published(), set(sheets))
    if not wanted.all(Mall):
        return {}, []
    overrides = look / "overrides"
    with TemporaryDirectory() as folder:
        renderer = Renderer(wanted, overrides, PLAIN)
        stock = Stock(overrides, modules)
        made, faults = print_sheets(renderer, stock, Edition(None, None), Path(folder), CACHE / "utskrift")
        return {sheet.mall.id: pages(sheet.files[0].read_bytes()) for sheet in made}, faults


def _only(handbook: Handbook, ids: set[str]) -> Handbook:
    """The handbook with these sheets alone; the others are named where they are referred to."""
    left_out = {entry.id: entry.marks.place() for entry in handbook.all(Mall) if entry.id not in ids}
    kept = {id_: entry for id_, entry in handbook.entries.items() if id_ not in left_out}
    return replace(handbook, entries=kept, planned={**handbook.planned, **left_out})
