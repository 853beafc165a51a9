"""A copy of the project to measure in, and the cold processes that are measured there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..checking import PROJECT
from ..problems import Stop

PARTS = ("content", "docs", "overrides", "scripts")
"""What a build reads; a copy, so that nobody's editing and no earlier cache gets into the figures."""

FILES = ("mkdocs.yml", "pyproject.toml", "SECURITY.md")

ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1795219200", "PYTHONIOENCODING": "utf-8"}


@dataclass(frozen=True)
class Measured:
    """One process: what it told, and how long it lived in seconds."""

    told: dict[str, Any]
    lived: float

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds on the wall by stage."""
        return dict(self.told["seconds"])

    @property
    def processor(self) -> dict[str, float]:
        """Seconds of the processor by stage."""
        return dict(self.told["processor"])


@dataclass(frozen=True)
class Workplace:
    """The copy."""

    folder: Path

    def run(self, kind: str, *arguments: str | Path) -> Measured:
        """A measured process of a kind that child.py knows.

        Raises Stop with the last lines it said when it fails.
        """
        command = [sys.executable, "-m", "handbok.benching.child", kind, *map(str, arguments)]
        environment = {**os.environ, **ENVIRONMENT, "PYTHONPATH": str(self.folder / "scripts")}
        begun = time.monotonic()
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
        lived = time.monotonic() - begun
        if done.returncode:
            said = (done.stderr or done.stdout or f"avbruten utan ett ord (kod {done.returncode})").strip().splitlines()
            raise Stop(f"Mätningen ”{kind}” gick inte:\n" + "\n".join(said[-5:]))
        return Measured(json.loads(done.stdout.splitlines()[-1]), lived)

    def forget(self) -> None:
        """Throw away printed sheets, so that the next build prints them all."""
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)


def furnish(folder: Path) -> Workplace:
    """Copy the project into an empty folder."""
    for name in PARTS:
        shutil.copytree(PROJECT / name, folder / name)
    for name in FILES:
        shutil.copyfile(PROJECT / name, folder / name)
    try:
        (folder / "node_modules").symlink_to(PROJECT / "node_modules", target_is_directory=True)
    except OSError:  # Windows lets only some users make links
        shutil.copytree(PROJECT / "node_modules", folder / "node_modules")
    return Workplace(folder)
