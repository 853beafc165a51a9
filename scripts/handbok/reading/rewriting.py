"""Content files in their one form: which deviate, and rewriting them without changing what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model import BY_NAME, Marks
from ..problems import Level, Place, Problem, Stop
from .files import Source, read_text, sources
from .form import written
from .notes import comments, notes
from .validation import build
from .yaml_tree import Tree, parse

FORM = "fel-form"
LEVEL = Level.FEL
"""How grave another form is. It never stops a build."""


def deviation(source: Source, tree: Tree) -> Problem | None:
    """The first line of an entry's file that is not as the one form has it."""
    wanted = _wanted(source, tree)
    if wanted == tree.text:
        return None
    lines, better = tree.text.split("\n"), wanted.split("\n")
    number = next((n for n, (one, other) in enumerate(zip(lines, better, strict=False)) if one != other), 0)
    shown = better[number].strip()[:60] if number < len(better) else ""
    message = f"raden skulle stå ”{shown}”. Kör python3 scripts/validate.py --fix-form"
    return Problem(Place(source.shown, number + 1), FORM, message, LEVEL)


def rewrite(content: Path, root: Path) -> list[str]:
    """Write every readable entry in its one form; gives the files that changed.

    Raises Stop, with the file as it was, if a rewritten one would not say the same.
    """
    changed = []
    for source in sources(content, root)[0]:
        text, problems = read_text(source.path, source.shown)
        tree = Tree(problems=problems) if text is None else parse(text, source.shown)
        if tree.problems or not isinstance(tree.value, dict):
            continue
        wanted = _wanted(source, tree)
        if wanted != tree.text:
            _require_same(source, tree, wanted)
            source.path.write_bytes(wanted.encode())
            changed.append(source.shown)
    return changed


def _wanted(source: Source, tree: Tree) -> str:
    kind = BY_NAME[source.id.partition("/")[0]]
    return written(kind, tree.value, notes(tree.text, tree))


def _require_same(source: Source, tree: Tree, wanted: str) -> None:
    """The new text holds the same values, gives the same entry and has every comment."""
    new = parse(wanted, source.shown)
    kind = BY_NAME[source.id.partition("/")[0]]
    before, after = (build(kind, t.value, source.id, Marks(source.shown)) for t in (tree, new))
    same = _bare(new.value) == _bare(tree.value) and before == after and comments(wanted) == comments(tree.text)
    if new.problems or not same:
        raise Stop(f"{source.shown} går inte att skriva om utan att något ändras. Skriv om den för hand.")


def _bare(value: Any) -> Any:
    """A value without blanks around its texts, which the model takes away."""
    if isinstance(value, dict):
        return {name: _bare(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_bare(part) for part in value]
    return value.strip() if isinstance(value, str) else value
