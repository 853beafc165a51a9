"""One file of a sheet printed into the cache: what a worker process does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .manuscript import Manuscript
from .measuring import Fault
from .pictures import picture
from .typesetting import Copy, typeset
from .word import write


@dataclass(frozen=True)
class Task:
    """A copy to print or a Word file to write, and where to put it."""

    copy: Copy | Manuscript
    file: Path
    picture: Path | None


def do(task: Task) -> tuple[Fault, ...]:
    """Make it, and keep the result when nothing is wrong with it."""
    content, faults = (write(task.copy), ()) if isinstance(task.copy, Manuscript) else typeset(task.copy)
    if content:
        if task.picture:
            _keep(task.picture, picture(content))
        _keep(task.file, content)
    return faults


def _keep(file: Path, content: bytes) -> None:
    """Write beside and rename, so that a killed build leaves no half file in the cache."""
    beside = file.with_suffix(file.suffix + ".ny")
    beside.write_bytes(content)
    beside.replace(file)
