"""The virtual environment .venv and the Python packages in it."""

import os
import re
import shutil
import sys
from pathlib import Path

from handbok.setup import bundle, stamp
from handbok.setup.command import run
from handbok.setup.message import Stop, say
from handbok.setup.places import ROOT, VENV, VENV_STAMP, venv_python
from handbok.setup.stamp import Facts, Level

LOCKS: dict[Level, Path] = {"bygge": ROOT / "requirements.txt", "test": ROOT / "requirements-test.txt"}


def ready(level: Level) -> bool:
    """Whether .venv is whole and holds what the locks of this level say."""
    return stamp.holds(VENV_STAMP, shell() | locks(level))


def ensure(level: Level) -> None:
    """Make .venv if it is missing or broken, and fetch the packages. A higher level stays."""
    if ready(level):
        return
    before = stamp.read(VENV_STAMP) if whole() else {}
    if not before:
        create()
    VENV_STAMP.unlink(missing_ok=True)
    level = "test" if "test" in before else level
    try:
        install(LOCKS[level])
    except Stop:
        if before:
            stamp.write(VENV_STAMP, before)
        raise
    stamp.write(VENV_STAMP, shell() | locks(level))


def whole() -> bool:
    """Whether .venv was once set up to the end, and still stands where it stood and has its Python."""
    return stamp.holds(VENV_STAMP, shell())


def shell() -> Facts:
    """What must hold of .venv itself: an environment that was moved, or has lost its Python, is made anew."""
    return {"plats": str(VENV), "python": interpreter()}


def interpreter() -> str:
    """The name of the Python that .venv leans on, such as python3.11; told to be missing when it is gone."""
    python = venv_python()
    try:
        settings = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return "saknas"
    home = re.search(r"^home *= *(.+)$", settings, re.MULTILINE)
    if not python.exists() or home is None or not Path(home[1].strip()).is_dir():
        return "saknas"
    return Path(os.path.realpath(python)).name


def locks(level: Level) -> Facts:
    """The fingerprints of the locks of a level; the lock for tests holds everything."""
    levels: tuple[Level, ...] = ("bygge", "test") if level == "test" else ("bygge",)
    return {name: stamp.fingerprint(LOCKS[name]) for name in levels}


def require_writable() -> None:
    """Say which path it is, when .venv cannot be written."""
    if VENV.exists() and not VENV.is_dir():
        raise Stop(f"{VENV} är en fil, men ska vara en mapp för Pythonpaket. Flytta bort den och kör igen.")
    place = VENV if VENV.exists() else ROOT
    if not os.access(place, os.W_OK):
        raise Stop(f"Här får inget skrivas: {VENV}. Ge dig skrivrätt till {place}, eller klona till en egen mapp.")


def create() -> None:
    """Make .venv anew with the Python that .venv, or this run, leans on."""
    say("Skapar .venv …")
    if VENV.exists():
        shutil.rmtree(VENV)
    base = getattr(sys, "_base_executable", None) or sys.executable
    run([base, "-I", "-m", "venv", VENV], "Att skapa .venv")


def install(lock: Path) -> None:
    """Let pip fetch exactly what a lock says."""
    count = len(re.findall(r"^[A-Za-z0-9].*==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"Hämtar Pythonpaket (högst {count} st) …")
    pip = (
        venv_python(),
        "-I",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
    )
    exactly = ("--no-deps", "--only-binary", ":all:", "--require-hashes", "--requirement", lock)
    run((*pip, *bundle.for_pip(), *exactly), "Att hämta Pythonpaket")
