"""Everything that is tried, in order: style, types, behaviour."""

import subprocess
import sys
import time
from collections.abc import Sequence

from handbok.setup.places import ROOT

CHECKS = (
    ("ruff check", ("ruff", "check", "--quiet", "scripts", "tests")),
    ("ruff format --check", ("ruff", "format", "--check", "--quiet", "scripts", "tests")),
    ("mypy --strict", ("mypy",)),
)


def run_everything(arguments: Sequence[str]) -> int:
    """Run all checks and the tests; with arguments only pytest runs, and gets them. 0 when all went well.

    pytest comes last, so that its closing line is the last of the log.
    """
    failed = [] if arguments else [name for name, command in CHECKS if not passes(name, command)]
    if failed:
        print(f"Föll: {', '.join(failed)}. Testerna körs ändå.", flush=True)
    tests = subprocess.run([sys.executable, "-m", "pytest", *arguments], cwd=ROOT, check=False)
    return tests.returncode or (1 if failed else 0)


def passes(name: str, command: Sequence[str]) -> bool:
    """Run one check and say in a line how it went, after what it had to say."""
    begun = time.monotonic()
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False)
    verdict = "ok" if done.returncode == 0 else "FEL"
    print(f"{name}: {verdict} ({time.monotonic() - begun:.1f} s)", flush=True)
    return done.returncode == 0
