"""One file of a sheet printed into the cache: what a worker process does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .measuring import Fault
from .pictures import picture
from .typesetting import Copy, typeset


@dataclass(frozen=True)
class Task:
    """A copy to print, and where to put it."""

    copy: Copy
    file: Path
    picture: Path | None


def do(task: Task) -> tuple[Fault, ...]:
    """Print, and keep the result when nothing is wrong with it."""
    pdf, faults = typeset(task.copy)
    if pdf:
        if task.picture:
            _keep(task.picture, picture(pdf))
        _keep(task.file, pdf)
    return faults


def _keep(file: Path, content: bytes) -> None:
    """Write beside and rename, so that a killed build leaves no half file in the cache."""
    beside = file.with_suffix(file.suffix + ".ny")
    beside.write_bytes(content)
    beside.replace(file)
