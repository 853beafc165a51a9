"""Which version a release is of, at which commit; and everything that stands in the way of it, told at once."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Handbook
from ..problems import Problem, Stop, has_errors
from .notes import section

NAME = "stad-for-stad"


@dataclass(frozen=True)
class Release:
    """One version of the project."""

    project: Path
    version: str
    commit: str
    moment: int
    """Seconds since 1970: the time of the commit, which everything in the release carries."""
    trial: bool = False

    @property
    def name(self) -> str:
        """`stad-for-stad-1.2.0`, and `-prov` after it when it is no real release."""
        return f"{NAME}-{self.version}" + ("-prov" if self.trial else "")


def release_of(project: Path, trial: bool) -> Release:
    """The version that pyproject.toml names, at the commit that is checked out. Raises Stop without git."""
    facts = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    found = git(project, "log", "-1", "--format=%H %ct")
    if found is None or not (project / ".git").exists():
        raise Stop("En utgåva görs i en klon med git, så att det syns vilken ändring den är.")
    commit, moment = found.split()
    return Release(project, str(facts["project"]["version"]), commit, int(moment), trial)


def hindrances(release: Release, handbook: Handbook, problems: list[Problem]) -> list[str]:
    """Why this cannot be released, a sentence each. A trial may be incomplete, but never faulty or unclear."""
    always = [*_unclear(release), *_faulty(problems)]
    return always if release.trial else [*always, *_incomplete(release, handbook), *_taken(release)]


def _unclear(release: Release) -> Iterator[str]:
    changed = (git(release.project, "status", "--porcelain") or "").splitlines()
    if changed:
        names = ", ".join(line[3:] for line in changed[:5]) + (" med flera" if len(changed) > 5 else "")
        yield f"Här finns ändringar som inte är incheckade: {names}. Checka in dem eller lägg undan dem."
    for file, pattern in (
        ("publiccode.yml", r"^softwareVersion: *(\S+)"),
        ("package.json", r'^  "version": "([^"]+)"'),
    ):
        path = release.project / file
        told = re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE) if path.is_file() else None
        if told and told[1].strip("\"'") != release.version:
            yield f"{file} säger version {told[1]}, men pyproject.toml säger {release.version}. Skriv samma i båda."


def _faulty(problems: list[Problem]) -> Iterator[str]:
    if has_errors(problems):
        yield "Innehållet har fel. Kör scripts/validate.py och rätta dem."


def _incomplete(release: Release, handbook: Handbook) -> Iterator[str]:
    if handbook.planned:
        names = ", ".join(sorted(handbook.planned)[:5]) + (" med flera" if len(handbook.planned) > 5 else "")
        yield f"content/planerat.yml är inte tom: {names}. Skriv posterna eller ta bort hänvisningarna."
    if section(release.project / "CHANGELOG.md", release.version) is None:
        yield f"CHANGELOG.md har inget under ”{release.version}”. Flytta dit det som står under ”Inte utgivet”."


def _taken(release: Release) -> Iterator[str]:
    tagged = git(release.project, "rev-parse", "--verify", "--quiet", f"v{release.version}^{{commit}}")
    if tagged and tagged != release.commit:
        yield f"Taggen v{release.version} sitter redan på en annan ändring, {tagged[:10]}. Välj ett nytt nummer."


def git(project: Path, *arguments: str) -> str | None:
    """What git answers; None when it has no answer."""
    command = ["git", "-c", "core.quotepath=off", "-C", str(project), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stdout.rstrip("\n")
