"""Progress that reads the processor's clock too: what a stage costs on a machine that others keep busy."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console

from ..progress import Progress


@dataclass
class Clocks(Progress):
    """Remembers processor seconds by stage besides those on the wall; what is told goes to stderr."""

    console: Console = field(default_factory=lambda: Console(stderr=True, emoji=False, soft_wrap=True))
    processor: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """A stage by name, timed on both clocks."""
        begun = time.process_time()
        with super().stage(name):
            yield
        self.processor[name] = time.process_time() - begun
