"""The share of each part that was complete, through the years: read from git, kept in historik.json."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..reading import load
from ..reports import completeness
from .repository import git

MOST = 24
"""Days that are looked at: the newest, evenly spread over the whole time."""


@dataclass(frozen=True)
class Point:
    """How much of each part was complete at the end of a day, in per cent."""

    dag: str
    delar: dict[str, int]


def shares(root: Path) -> list[Point]:
    """One point for the last version of each day that changed the content, the oldest first."""
    told = git(root, "log", "--reverse", "--first-parent", "--format=%cs %H", "--", "content")
    days = dict(line.split(" ") for line in told.splitlines())
    return [Point(day, _of_version(root, days[day])) for day in _spread(list(days))]


def _spread(days: list[str]) -> Iterator[str]:
    """So many days at most, the first and the last among them."""
    step = max(1, -(-len(days) // MOST))
    yield from (day for number, day in enumerate(days) if (len(days) - 1 - number) % step == 0)


def _of_version(root: Path, commit: str) -> dict[str, int]:
    names = [name for name in ("content", "docs") if git(root, "ls-tree", "--name-only", commit, name).strip()]
    packed = subprocess.run(["git", "-C", str(root), "archive", commit, *names], capture_output=True, check=True)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
        handbook, _ = load(Path(folder) / "content", None, root=Path(folder))
        return {part.namn: part.andel for part in completeness(handbook).parts if part.total}
