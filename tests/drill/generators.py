"""The other generators: an environment of their own, and a site built with each of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from handbok.benching.workplace import furnish
from handbok.model import Handbook
from handbok.setup import stamp
from handbok.setup.command import run
from handbok.setup.places import CACHE, ROOT, venv_python
from handbok.site.writing import finish_folder, write_pages
from support import EPOCH

LOCK = ROOT / "requirements-drill.txt"
VENV = CACHE / "generatorer"
STAMP = VENV / "uppsattning.json"
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": EPOCH}


@dataclass(frozen=True)
class Site:
    """What a generator made, and what it could not do on the way."""

    name: str
    folder: Path
    trouble: str = ""


def environment() -> Path:
    """The Python of .cache/generatorer, set up from its lock when it is missing or the lock is new."""
    wanted = {"lås": stamp.fingerprint(LOCK), "python": sys.version}
    if not stamp.holds(STAMP, wanted):
        shutil.rmtree(VENV, ignore_errors=True)
        CACHE.mkdir(exist_ok=True)
        run([sys.executable, "-I", "-m", "venv", VENV], "Att skapa miljön för andra generatorer")
        install = [venv_python(VENV), "-I", "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]
        run([*install, "--only-binary", ":all:", "--require-hashes", "-r", LOCK], "Att hämta andra generatorer")
        stamp.write(STAMP, wanted)
    return venv_python(VENV)


def locked(package: str) -> str:
    """The version of a package in the lock."""
    found = re.search(rf"^{package}==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return found[1]


def build(python: Path | str, module: str, project: Path, *arguments: str | Path) -> str:
    """Run a generator in a project; what it said when it failed, else nothing."""
    command = [str(python), "-m", module, "build", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **QUIET}, capture_output=True, encoding="utf-8", check=False
    )
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return "" if done.returncode == 0 else said[-1]


def mkdocs(folder: Path) -> Site:
    """A plain `mkdocs build` of the project as it stands."""
    place = furnish(folder / "mkdocs")
    trouble = build(sys.executable, "mkdocs", place.folder, "--quiet", "--strict", "-d", place.folder / "ut")
    assert not trouble, trouble
    return Site(f"MkDocs {version('mkdocs')}", place.folder / "ut")


def properdocs(folder: Path) -> Site:
    """The same with ProperDocs: nothing is changed."""
    place = furnish(folder / "properdocs")
    trouble = build(environment(), "properdocs", place.folder, "--quiet", "--strict", "-d", place.folder / "ut")
    assert not trouble, trouble
    return Site(f"ProperDocs {locked('properdocs')}", place.folder / "ut")


def zensical(folder: Path, handbook: Handbook) -> Site:
    """The same with Zensical, which runs no hooks: pages written before, the folder finished after.

    When it cannot draw with our shell it draws with its own, and the site remembers why.
    """
    place = furnish(folder / "zensical")
    write_pages(handbook, place.folder / "docs", ROOT)
    trouble = build(environment(), "zensical", place.folder, "--clean")
    if trouble:
        undress(place.folder)
        fault = build(environment(), "zensical", place.folder, "--clean")
        assert not fault, fault
    finish_folder(place.folder / "site", handbook)
    return Site(f"Zensical {locked('zensical')}", place.folder / "site", trouble)


def undress(project: Path) -> None:
    """Leave our shell out; the style sheets and scripts lie beside the pages instead."""
    config = project / "mkdocs.yml"
    text = re.sub(r"^  custom_dir:.*\n", "", config.read_text(encoding="utf-8"), flags=re.MULTILINE)
    config.write_text(text, encoding="utf-8", newline="\n")
    for name in ("form", "skript"):
        shutil.copytree(project / "overrides" / name, project / "docs" / name, dirs_exist_ok=True)
