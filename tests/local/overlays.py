"""Overlays for tests: Exempelstad whole, or with something changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from handbok.local import read_and_lay
from handbok.model import Handbook
from handbok.problems import as_text
from support import PROJECT

EXEMPELSTAD = PROJECT / "tests" / "lokalt" / "exempelstad"


def copied(goal: Path) -> Path:
    """Exempelstad, for a test to change."""
    shutil.copytree(EXEMPELSTAD, goal)
    return goal


def changed(folder: Path, old: str, new: str) -> None:
    """Another text in utgava.yml; the old one must be there."""
    path = folder / "utgava.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(folder: Path, handbook: Handbook, root: Path) -> str:
    """Every problem, as an editor reads it."""
    return as_text(read_and_lay(folder, handbook, root)[1])
