"""Progress of long work: a live bar in a terminal, plain lines elsewhere; and how long each stage took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.status import Status


@dataclass
class Progress:
    """Tells what is being done, and remembers how many seconds each stage took."""

    console: Console = field(
        default_factory=lambda: Console(file=sys.stdout, highlight=False, emoji=False, soft_wrap=True)
    )
    seconds: dict[str, float] = field(default_factory=dict)
    _status: Status | None = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage by name, timed."""
        start = time.monotonic()
        if self.console.is_terminal:
            with self.console.status(f"{name} …") as self._status:
                yield
            self._status = None
        else:
            self.console.print(f"{name} …")
            yield
        self.seconds[name] = time.monotonic() - start
        if self.console.is_terminal:
            self.console.print(f"{name}: {seconds(self.seconds[name])}")

    def step(self, done: int, total: int, name: str) -> None:
        """How far the stage has come; seen in a terminal only."""
        if self._status:
            self._status.update(f"{done} av {total}: {name} …")

    def say(self, text: str) -> None:
        """A line of its own."""
        self.console.print(text, markup=False)


def seconds(length: float) -> str:
    """`3,2 s`."""
    return f"{length:.1f} s".replace(".", ",")
