"""The handbook as it was where a change began, and as it is."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ..changes.repository import git
from ..checking import read_and_check
from ..model import Handbook
from ..problems import Place, Problem, Stop

PARTS = ("content", "docs", "overrides")


@dataclass(frozen=True)
class Version:
    """A handbook, what is wrong with it, and the folder it was read from."""

    folder: Path
    handbook: Handbook
    problems: Sequence[Problem]


def version_in(folder: Path, today: date | None) -> Version:
    """The handbook of a folder."""
    docs = folder / "docs"
    handbook, problems = read_and_check(folder / "content", docs if docs.is_dir() else None, root=folder, today=today)
    return Version(folder, handbook, problems)


@contextmanager
def version_before(root: Path, base: str, today: date | None) -> Iterator[Version]:
    """The handbook as it was where the change began, as long as somebody looks at it."""
    common = git(root, "merge-base", base, "HEAD").strip()
    kept = [name for name in PARTS if git(root, "ls-tree", "--name-only", common, name).strip()]
    packed = subprocess.run(["git", "-C", str(root), "archive", common, *kept], capture_output=True, check=False)
    if packed.returncode or "content" not in kept:
        raise Stop(f"I {base} finns inget innehåll att jämföra med.")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield version_in(Path(folder), today)


def news(before: Sequence[Problem], now: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Problems that came and problems that went; one that only moved to another line is neither."""

    def still(problem: Problem) -> Problem:
        return replace(problem, place=Place(problem.place.file))

    old, new = {still(problem) for problem in before}, {still(problem) for problem in now}
    return [one for one in now if still(one) not in old], [one for one in before if still(one) not in new]
