"""One file of a sheet printed into the cache: what a worker process does."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from multiprocessing import parent_process
from pathlib import Path

from .keeping import keep
from .manuscript import Manuscript
from .measuring import Fault
from .pictures import picture
from .scaling import on_a4
from .typesetting import Copy, Printed, typeset
from .word import write

CLEANED_AFTER = 40
"""Files between two searches for garbage."""
_files = count(1)


@dataclass(frozen=True)
class Task:
    """A copy to print or a Word file to write, and where to put it.

    So too its picture, the one with fields and the one on smaller paper, where they are asked for.
    """

    copy: Copy | Manuscript
    file: Path
    picture: Path | None = None
    fillable: Path | None = None
    smaller: Path | None = None


def do(task: Task) -> tuple[Fault, ...]:
    """Make it, and keep the result when nothing is wrong with it."""
    with undisturbed():
        made = Printed(write(task.copy)) if isinstance(task.copy, Manuscript) else typeset(task.copy)
    if made.pdf:
        if task.picture:
            keep(task.picture, picture(made.pdf))
        if task.fillable:
            keep(task.fillable, made.fillable)
        if task.smaller:
            keep(task.smaller, on_a4(made.pdf))
        keep(task.file, made.pdf)
    return made.faults


@contextmanager
def undisturbed() -> Iterator[None]:
    """No search for garbage meanwhile: nothing of a sheet is garbage until it is written, and looking takes a tenth.

    A process that prints and nothing else looks once in many files: a file leaves three to four megabytes.
    """
    gc.disable()
    try:
        yield
    finally:
        if parent_process() is None:
            gc.enable()
        elif next(_files) % CLEANED_AFTER == 0:
            gc.collect()
