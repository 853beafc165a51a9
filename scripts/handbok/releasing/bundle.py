"""Every package that the two commands take, fetched exactly as the locks say, for machines without a registry.

Unpacked beside the source it becomes the folder `paket/`, which the set-up finds by itself (setup/bundle.py).
"""

from __future__ import annotations

import json
import platform
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from ..problems import Stop
from ..setup import message, node, python, stamp
from ..setup.bundle import NPM_FOLDER, WHEELS, integrity, named, tarball
from ..setup.command import run
from ..setup.places import CACHE, venv_python
from ..setup.stamp import Level

PIP = ("-I", "-m", "pip", "download", "--quiet", "--no-input", "--disable-pip-version-check")
EXACTLY = ("--no-deps", "--only-binary", ":all:", "--require-hashes")
"""Pip refuses what has another fingerprint than the lock's."""


def kind_of_machine() -> str:
    """Which machines the packages fit: `linux-x86_64-py311`."""
    return f"{sys.platform}-{platform.machine().lower()}-py{sys.version_info[0]}{sys.version_info[1]}"


def fetch() -> Mapping[Level, Path]:
    """A folder with what a build takes, and one with what tests take besides. Raises Stop without network."""
    place = CACHE / "utgava"
    folders: dict[Level, Path] = {"bygge": place / "bygge", "test": place / "test"}
    wanted = {**python.locks("test"), **{f"npm-{name}": value for name, value in node.locks("test").items()}}
    wanted["dator"] = kind_of_machine()
    mark = place / "paket.json"
    if stamp.holds(mark, wanted) and all((folder / NPM_FOLDER).is_dir() for folder in folders.values()):
        return folders
    shutil.rmtree(place, ignore_errors=True)
    try:
        for level, folder in folders.items():
            _wheels(folder / WHEELS, level)
            _npm(folder / NPM_FOLDER, level)
    except message.Stop as stop:
        raise Stop(str(stop)) from None
    for file in (folders["bygge"] / WHEELS).iterdir():  # the lock for tests holds everything
        (folders["test"] / WHEELS / file.name).unlink()
    stamp.write(mark, wanted)
    return folders


def _wheels(goal: Path, level: Level) -> None:
    goal.mkdir(parents=True)
    lock = ("--requirement", python.LOCKS[level], "--dest", goal)
    run([venv_python(), *PIP, *EXACTLY, *lock], "Att hämta Pythonpaketen till samlingen")


def _npm(goal: Path, level: Level) -> None:
    goal.mkdir(parents=True)
    packages = {
        (named(path, facts), facts["version"]): facts["integrity"]
        for path, facts in json.loads(node.LOCK.read_text(encoding="utf-8"))["packages"].items()
        if path and bool(facts.get("dev")) == (level == "test")
    }
    wanted = [f"{name}@{version}" for name, version in packages]
    quiet = ("--silent", "--loglevel=error", "--ignore-scripts", "--pack-destination", goal)
    run([venv_python(), "-I", "-c", node.NPM, "pack", *quiet, *wanted], "Att hämta npm-paketen till samlingen")
    for (name, version), told in packages.items():
        if integrity(goal / tarball(name, version)) != told:
            raise Stop(f"npm-paketet {name} är inte det som låsfilen anger.")
