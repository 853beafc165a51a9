"""A municipality's folder -> (Overlay, [Problem]). Reading stops at nothing and follows no link out of the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..model import BY_NAME, Entry, Exempel, Fall, Handbook, Kalla, Kontakt, Mall, Marks, Ovning, Unread
from ..problems import Place, Problem, Stop, guess
from ..reading.files import read_text, shown_path, suggest_name
from ..reading.validation import build
from ..reading.yaml_tree import Tree, parse
from .model import ID, Utgava
from .moving import followed, followed_links, followed_name
from .pages import FOLDER, read_page
from .picture import picture_fault

MAY_ADD: tuple[type[Entry], ...] = (Kontakt, Ovning, Exempel, Fall, Mall, Kalla)
"""What an edition may bring of its own. Law, indicators, steps and knowledge are the handbook's."""
FILE = "utgava.yml"
MAX_FILES = 2000
"""An overlay is small; more is the wrong folder."""

_PREFIX = "lokal-"


@dataclass(frozen=True)
class Overlay:
    """What was read of a folder: the edition itself, its own entries and pages, its logotype."""

    folder: Path
    shown: str
    utgava: Utgava | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    unread: Mapping[str, Unread] = field(default_factory=dict)

    @property
    def logotyp(self) -> Path | None:
        """The file of the logotype, when there is one."""
        return self.folder / self.utgava.logotyp if self.utgava and self.utgava.logotyp else None


def overlays_in(folder: Path | None) -> list[Path]:
    """Every overlay right under a folder, and none without one. Raises Stop when it has none."""
    if folder is None:
        return []
    found = sorted(path.parent for path in folder.glob(f"*/{FILE}"))
    if not found:
        raise Stop(f"Mappen {folder} har ingen mapp med en {FILE} i sig.")
    return found


def load_overlay(folder: Path, handbook: Handbook, root: Path | None = None) -> tuple[Overlay, list[Problem]]:
    """Read an overlay meant for this handbook; ids that moved are followed, and told.

    Raises Stop when there is no such folder, or it is no overlay.
    """
    root = root or Path.cwd()
    if not (folder / FILE).is_file():
        raise Stop(f"Mappen {folder} har ingen {FILE}. Gör en med: python3 scripts/new.py lokalt <kommunkod>")
    overlay = Overlay(folder, shown_path(folder, root))
    files, problems = _files(folder, root)
    for path in files:
        shown = shown_path(path, root)
        kind, name = _kind_and_id(path, folder)
        id_, renamed = followed_name(name, handbook.moved, Place(shown))
        value, faults = _read(path, kind, id_, shown, handbook)
        problems += [*renamed, *faults]
        if isinstance(value, Utgava):
            overlay = replace(overlay, utgava=value)
        elif isinstance(value, Entry):
            overlay = replace(overlay, entries={**overlay.entries, id_: value})
        else:
            overlay = replace(overlay, unread={**overlay.unread, id_: value})
    return overlay, [*problems, *_logo_problems(overlay)]


def _read(path: Path, kind: type[Entry] | None, id_: str, shown: str, handbook: Handbook) -> Any:
    """The entry of a file, or what could be read of it, with every problem."""
    text, problems = read_text(path, shown)
    if kind is None:
        text, moved = followed_links(text or "", handbook.moved, lambda line: Place(shown, line + 1))
        page, marks, faults = read_page(text, id_, shown)
        return page or Unread(id_, marks, text), [*problems, *moved, *faults]
    tree = Tree(problems=problems) if text is None else parse(text, shown)
    value, moved = followed(tree, handbook.moved)
    marks = Marks(shown, tree.places)
    unusable = any(problem.rule != "dubbel-nyckel" for problem in tree.problems)
    entry, faults = (None, []) if unusable else build(kind, value, id_, marks)
    return entry or Unread(id_, marks, value), [*tree.problems, *moved, *faults]


def _kind_and_id(path: Path, folder: Path) -> tuple[type[Entry] | None, str]:
    relative = path.relative_to(folder)
    if relative.as_posix() == FILE:
        return Utgava, ID
    if relative.parts[0] == FOLDER:
        return None, f"lokalt/{relative.stem}"
    return BY_NAME[relative.parts[0]], relative.with_suffix("").as_posix()


def _files(folder: Path, root: Path) -> tuple[list[Path], list[Problem]]:
    """The files to read, in order, and those that may not be there."""
    found: list[Path] = []
    problems: list[Problem] = []
    for path in _walk(folder):
        relative = path.relative_to(folder)
        fault = _link_fault(path) or _place_fault(relative)
        if fault:
            problems.append(Problem(Place(shown_path(path, root)), fault[0], fault[1]))
        elif relative.as_posix() == FILE or len(relative.parts) == 2:
            found.append(path)
    return found, problems


def _walk(folder: Path) -> Iterator[Path]:
    """Everything below a folder but what is hidden; links are named, never followed.

    Raises Stop when there is far more than an overlay ever holds.
    """
    number = 0
    for parent, folders, names in os.walk(folder):
        linked = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in linked)
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                number += 1
                yield Path(parent, name)
        if number > MAX_FILES:
            raise Stop(f"Mappen {folder} har mer än {MAX_FILES} filer och är knappast en lokal mapp.")


def _link_fault(path: Path) -> tuple[str, str] | None:
    if path.is_symlink() or not path.is_file():
        return "lokal-fil", "en lokal mapp får inte ha länkar till andra filer. Kopiera hit filen i stället"
    return None


def _place_fault(relative: Path) -> tuple[str, str] | None:
    """What is wrong with where a file lies or what it is called: the fault's name, and what to do."""
    if len(relative.parts) == 1:
        return None
    top, stem = relative.parts[0], relative.stem
    allowed = {kind.typ for kind in MAY_ADD}
    if top in BY_NAME and top not in allowed:
        return "lokal-typ", (
            f"{BY_NAME[top].namn[1]} hör till handboken och går inte att lägga till eller ändra lokalt. "
            "Föreslå ändringen i handboken"
        )
    if top not in (*allowed, FOLDER):
        return "lokal-typ", f"mappen ”{top}” används inte.{guess(top, (*allowed, FOLDER))}"
    ending = ".md" if top == FOLDER else ".yml"
    if len(relative.parts) != 2 or relative.suffix != ending or suggest_name(stem) != stem:
        return "filnamn", f"filen ska heta {top}/{suggest_name(stem)}{ending}"
    return None


def is_own_name(id_: str) -> bool:
    """Whether an id can never be taken by the handbook: `kontakt/lokal-socialjour`."""
    return id_.partition("/")[2].startswith(_PREFIX)


def _logo_problems(overlay: Overlay) -> list[Problem]:
    if not overlay.utgava or not overlay.utgava.logotyp:
        return []
    name = overlay.utgava.logotyp
    path = overlay.folder / name
    if Path(name).name != name or name.startswith("."):
        fault = f"logotypen ”{name}” ska ligga i den lokala mappen, utan sökväg"
    elif path.is_symlink() or not path.is_file():
        fault = f"logotypen ”{name}” finns inte i mappen"
    elif not overlay.utgava.logotyp_alt:
        fault = "logotypen saknar logotyp_alt: vad den föreställer, i ord"
    else:
        fault = picture_fault(path) or ""
    return [replace(overlay.utgava.problem(("logotyp",), fault), rule="lokal-logotyp")] if fault else []
