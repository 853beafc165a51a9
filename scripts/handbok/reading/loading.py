"""Everything together: content/ and docs/ -> one Handbook and every problem on the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..model import BY_NAME, Entry, Handbook, Marks, Ref, Sokregler, Unread
from ..problems import Place, Problem, Stop
from .files import read_text, shown_path, sources
from .pages import read_pages
from .rewriting import deviation
from .tables import read_tables
from .validation import build
from .yaml_tree import Tree, parse


def load(
    content: Path,
    docs: Path | None = None,
    *,
    root: Path | None = None,
    today: date | None = None,
    form: bool = False,
) -> tuple[Handbook, list[Problem]]:
    """Read a handbook. `root` is where messages count paths from; without `today`, the clock's day.

    With `form`, files that are not written in the one form are told of too.

    Raises Stop when there is no content folder at all.
    """
    if not content.is_dir():
        raise Stop(f"Mappen {content} finns inte. Ange var innehållet ligger med --content.")
    root = root or Path.cwd()
    entries, unread, problems = _entries(content, root, form)
    planned = _list_of_ids(content / "planerat.yml", root, problems)
    moved = _moved(content / "flyttat.yml", root, problems)
    pages, faults = read_pages(docs, root) if docs else ((), [])
    watch = _optional(content / "lagbevakning.yml", root, problems).value
    search = _search(content / "sokning.yml", root, problems)
    handbook = Handbook(entries, planned, moved, pages, unread, search, watch, today or date.today())
    return handbook, problems + faults


def _entries(content: Path, root: Path, form: bool) -> tuple[dict[str, Entry], dict[str, Unread], list[Problem]]:
    files, problems = sources(content, root)
    entries: dict[str, Entry] = {}
    unread: dict[str, Unread] = {}
    for source in files:
        tree = _tree(source.path, source.shown)
        marks = Marks(source.shown, tree.places)
        problems += tree.problems
        entry, faults = (None, []) if _unusable(tree) else build(_kind(source.id), tree.value, source.id, marks)
        problems += faults
        if entry:
            entries[source.id] = entry
            problems += [found] if form and (found := deviation(source, tree)) else []
        else:
            unread[source.id] = Unread(source.id, marks, tree.value)
    rows, faults = read_tables(content, root)
    return entries | rows, unread, problems + faults


def _kind(id_: str) -> type[Entry]:
    return BY_NAME[id_.partition("/")[0]]


def _unusable(tree: Tree) -> bool:
    """Whether a file could not be read at all; a field written twice still leaves the rest."""
    return any(problem.rule != "dubbel-nyckel" for problem in tree.problems)


def _tree(path: Path, shown: str) -> Tree:
    text, problems = read_text(path, shown)
    return Tree(problems=problems) if text is None else parse(text, shown)


def _list_of_ids(path: Path, root: Path, problems: list[Problem]) -> dict[str, Place]:
    """The ids to come, each with its place in planerat.yml."""
    tree = _optional(path, root, problems)
    if tree.value is not None and not isinstance(tree.value, list):
        problems.append(Problem(tree.places[()], "fel-typ", "filen ska vara en lista med ett id per rad"))
    values: list[Any] = tree.value if isinstance(tree.value, list) else []
    return {str(id_): tree.places[(number,)] for number, id_ in enumerate(values) if isinstance(id_, str)}


def _moved(path: Path, root: Path, problems: list[Problem]) -> dict[str, Ref[Any]]:
    """Old id -> new id."""
    tree = _optional(path, root, problems)
    values: Mapping[str, Any] = tree.value if isinstance(tree.value, dict) else {}
    if tree.value is not None and not isinstance(tree.value, dict):
        problems.append(
            Problem(tree.places[()], "fel-typ", "filen ska ha ett gammalt id, ett kolon och ett nytt på varje rad")
        )
    return {old: Ref(new) for old, new in values.items() if isinstance(new, str)}


def _search(path: Path, root: Path, problems: list[Problem]) -> Sokregler:
    """What the search knows beside the entries; nothing when there is no such file."""
    tree = _optional(path, root, problems)
    if tree.value is None or _unusable(tree):
        return Sokregler()
    found, faults = build(Sokregler, tree.value, "sokning", Marks(shown_path(path, root), tree.places))
    problems += faults
    return found or Sokregler()


def _optional(path: Path, root: Path, problems: list[Problem]) -> Tree:
    if not path.is_file():
        return Tree()
    tree = _tree(path, shown_path(path, root))
    problems += tree.problems
    return tree
