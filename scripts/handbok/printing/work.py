"""One file of a sheet printed into the cache: what a worker process does."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .keeping import keep
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
    with undisturbed():
        content, faults = (write(task.copy), ()) if isinstance(task.copy, Manuscript) else typeset(task.copy)
    if content:
        if task.picture:
            keep(task.picture, picture(content))
        keep(task.file, content)
    return faults


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile: nothing of a sheet is garbage until it is written, and looking takes a tenth."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
