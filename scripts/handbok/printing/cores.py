"""Work spread over all cores of the machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
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
    with get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(do, tasks)
