"""Every change of what is law, printed or rung, in words, from git or from historik.json where there is no git."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..model import Beslutstrad, Fall, Kontakt, Lagrum, Mall
from ..reading.yaml_tree import parse
from .repository import NOTHING, contents, is_whole, steps
from .shares import Point
from .words import differences

FOLDERS = tuple(f"content/{kind.typ}" for kind in (Lagrum, Kontakt, Mall, Beslutstrad, Fall))
FILE = "historik.json"
NEW = "Posten skrevs."


@dataclass(frozen=True)
class Event:
    """What changed one day."""

    dag: str
    vad: tuple[str, ...]


History = Mapping[str, Sequence[Event]]
"""The events of each entry by its id, the newest first."""


def history(root: Path) -> History:
    """From git when all of it is here, else from the file, else nothing."""
    return _from_git(root) if is_whole(root) else _from_file(root / FILE)


def _from_git(root: Path) -> History:
    every = list(steps(root, FOLDERS))
    texts = contents(root, (name for step in every for name in (step.before, step.after)))
    trees: dict[str, Any] = {name: parse(text, name).value for name, text in texts.items()}
    found: dict[str, list[Event]] = {}
    for step in every:
        id_ = step.path.removeprefix("content/").removesuffix(".yml")
        if step.after == NOTHING:
            found.pop(id_, None)
            continue
        words = [NEW] if step.before == NOTHING else differences(trees.get(step.before), trees.get(step.after))
        if words:
            found.setdefault(id_, []).insert(0, Event(step.day, tuple(words)))
    return found


def _from_file(path: Path) -> History:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        kept = json.loads(path.read_text(encoding="utf-8"))["poster"]
        return {id_: [Event(row["dag"], tuple(row["vad"])) for row in rows] for id_, rows in kept.items()}
    return {}


def kept_shares(root: Path) -> list[Point]:
    """How much was complete through the years, as the file has it; reading it from git takes too long for a build."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        rows = json.loads((root / FILE).read_text(encoding="utf-8"))["fullstandighet"]
        return [Point(row["dag"], dict(row["delar"])) for row in rows]
    return []


def as_json(found: History, points: Sequence[Point] = (), **facts: Any) -> str:
    """The history as the file has it, and other facts that git would have told."""
    rows = {id_: [asdict(event) for event in events] for id_, events in sorted(found.items())}
    whole = {**facts, "fullstandighet": [asdict(point) for point in points], "poster": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
