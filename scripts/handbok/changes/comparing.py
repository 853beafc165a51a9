"""Two versions of the content -> the entries that are new, gone, moved or changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..reading.yaml_tree import parse
from .repository import NOTHING, Step, changed, contents
from .words import differences


@dataclass(frozen=True)
class Change:
    """One file of the content that differs."""

    id: str
    file: str
    kind: str
    """`ny`, `borttagen` or `ändrad`."""
    words: tuple[str, ...] = ()
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class Difference:
    """Everything that differs from a base: entries, and other files by their folder."""

    entries: tuple[Change, ...]
    other: tuple[str, ...]


def compare(root: Path, base: str) -> Difference:
    """What differs between a base and the files as they lie now. What is only written otherwise does not count."""
    found = changed(root, base, ["content", "docs", "overrides"])
    texts = contents(root, [step.before for step in found])
    entries = [_change(root, step, texts) for step in found if _is_entry(step.path)]
    other = tuple(step.path for step in found if not _is_entry(step.path) and "_schema/" not in step.path)
    return Difference(tuple(one for one in entries if one.kind != "ändrad" or one.words), other)


def _is_entry(path: str) -> bool:
    parts = Path(path).parts
    return len(parts) == 3 and parts[0] == "content" and path.endswith(".yml") and parts[1] != "_schema"


def _change(root: Path, step: Step, texts: dict[str, str]) -> Change:
    id_ = step.path.removeprefix("content/").removesuffix(".yml")
    before = None if step.before == NOTHING else parse(texts.get(step.before, ""), step.path).value
    path = root / step.path
    after = parse(path.read_text(encoding="utf-8", errors="replace"), step.path).value if path.is_file() else None
    if step.before == NOTHING:
        return Change(id_, step.path, "ny", (), None, after)
    if not path.is_file():
        return Change(id_, step.path, "borttagen", (), before, None)
    return Change(id_, step.path, "ändrad", tuple(differences(before, after)), before, after)
