"""Work spread over all cores of the machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
Progress = Callable[[int, int, str], None]
"""Told how many things are done, of how many, and the name of the last."""


def spread(do: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """What `do` gives for each task, in order; a single task, or a single core, needs no process of its own."""
    workers = min(os.cpu_count() or 1, len(tasks))
    if workers <= 1:
        yield from map(do, tasks)
        return
    with get_context("fork" if _alone() else "spawn").Pool(workers) as pool:
        yield from pool.imap(do, tasks)


def _alone() -> bool:
    """Whether this process has a single thread: then it may be copied as it is, and nothing is imported anew.

    Only Linux says so; Pango has a thread of its own as soon as it has set a text, and that one would be lost.
    """
    try:
        return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1
    except OSError:
        return False
