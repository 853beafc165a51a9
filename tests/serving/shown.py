"""A project that is being shown: the address, and what the terminal says meanwhile."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support import verb_of

PATIENCE = 60_000
"""Milliseconds for a build on a busy machine."""


@contextmanager
def shown(project: Path, *arguments: str) -> Iterator[tuple[str, Path]]:
    """The address, and the file with what the terminal said."""
    said = project / "terminal.txt"
    with said.open("w") as terminal:
        process = subprocess.Popen(
            verb_of(project, "serving", "--port", "0", *arguments),
            stdout=terminal,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
        try:
            yield wait_for(said, r"http://127\.0\.0\.1:\d+/"), said
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
    assert "Slut." in said.read_text(encoding="utf-8")


def wait_for(said: Path, pattern: str, seconds: float = 60) -> str:
    """The first thing in the terminal that looks like this."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = re.search(pattern, said.read_text(encoding="utf-8"))
        if found:
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"{pattern} kom aldrig:\n{said.read_text(encoding='utf-8')}")
