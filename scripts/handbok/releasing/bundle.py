"""Every package that the two commands take, fetched exactly as the locks say, for machines without a registry.

Unpacked beside the source it becomes the folder `paket/`, which the set-up finds by itself (setup/bundle.py).
"""

from __future__ import annotations

import json
import platform
import shutil
import sys
from pathlib import Path

from ..problems import Stop
from ..setup import message, node, python, stamp
from ..setup.bundle import NPM_FOLDER, WHEELS, integrity, tarball
from ..setup.command import run
from ..setup.places import CACHE, venv_python


def kind_of_machine() -> str:
    """Which machines the packages fit: `linux-x86_64-py311`."""
    return f"{sys.platform}-{platform.machine().lower()}-py{sys.version_info[0]}{sys.version_info[1]}"


def fetch() -> Path:
    """A folder with all wheels and npm packages; kept until a lock changes. Raises Stop without network."""
    goal = CACHE / "utgava" / "paket"
    wanted = {**python.locks("test"), **{f"npm-{name}": value for name, value in node.locks("test").items()}}
    wanted["dator"] = kind_of_machine()
    mark = goal.with_name("paket.json")
    if goal.is_dir() and stamp.holds(mark, wanted):
        return goal
    shutil.rmtree(goal, ignore_errors=True)
    mark.unlink(missing_ok=True)
    (goal / WHEELS).mkdir(parents=True)
    (goal / NPM_FOLDER).mkdir()
    try:
        _wheels(goal / WHEELS)
        _npm(goal / NPM_FOLDER)
    except message.Stop as stop:
        raise Stop(str(stop)) from None
    stamp.write(mark, wanted)
    return goal


def _wheels(goal: Path) -> None:
    """The lock for tests holds everything; pip refuses what has another fingerprint than the lock's."""
    download: list[str | Path] = [
        venv_python(),
        "-I",
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
    ]
    exactly: list[str | Path] = [
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--requirement",
        python.LOCKS["test"],
    ]
    command: list[str | Path] = [*download, *exactly, "--dest", goal]
    run(command, "Att hämta Pythonpaketen till samlingen")


def _npm(goal: Path) -> None:
    packages = {
        path.removeprefix("node_modules/"): facts
        for path, facts in json.loads(node.LOCK.read_text(encoding="utf-8"))["packages"].items()
        if path
    }
    wanted = [f"{name}@{facts['version']}" for name, facts in packages.items()]
    quiet: list[str | Path] = ["--silent", "--loglevel=error", "--ignore-scripts", "--pack-destination", goal]
    command: list[str | Path] = [venv_python(), "-I", "-c", node.NPM, "pack", *quiet, *wanted]
    run(command, "Att hämta npm-paketen till samlingen")
    for name, facts in packages.items():
        if integrity(goal / tarball(name, facts["version"])) != facts["integrity"]:
            raise Stop(f"npm-paketet {name} är inte det som låsfilen anger.")
