"""A build in a process of its own: it can be dropped when another file changes, and new code is read each time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE = 10.0
"""Seconds that a build gets to clear up after itself."""


@dataclass
class Work:
    """One build at a time: the program that builds and where, and where what it says is kept meanwhile."""

    command: Sequence[str]
    place: Path
    log: Path
    _process: subprocess.Popen[bytes] | None = field(default=None)

    def begin(self) -> None:
        """Start, in place of one that is going on."""
        self.drop()
        self.log.parent.mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
        with self.log.open("wb") as said:
            self._process = subprocess.Popen(
                self.command,
                cwd=self.place,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
            )

    def result(self) -> int | None:
        """The exit code, once; None while it goes on and when nothing does."""
        code = self._process.poll() if self._process else None
        if code is not None:
            self._process = None
        return code

    def drop(self) -> None:
        """End what is going on; a build clears up after itself when asked kindly."""
        if self._process is None:
            return
        if sys.platform == "win32":
            self._process.terminate()
        else:
            self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def said(self) -> str:
        """What it said, without the lines that only tell how far it had come."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(line for line in lines if not line.endswith(" …")).strip()
