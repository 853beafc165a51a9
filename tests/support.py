"""What tests use besides fixtures: where the project is, and the verbs run as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 21)
EPOCH = "1795219200"
SITE_URL = "https://handbok.exempelstad.se/"


@dataclass(frozen=True)
class Build:
    """A site that was built by the verb itself."""

    folder: Path
    output: str


def run_verb(verb: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A verb of scripts/, run as a user runs it."""
    command = [sys.executable, str(PROJECT / "scripts" / f"{verb}.py"), *arguments]
    everything = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=everything, cwd=PROJECT, check=False)
