"""What git tells: which files changed, what they held, and when."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..problems import Stop

NOTHING = "0" * 40
"""What git calls the contents of a file that is not there."""


@dataclass(frozen=True)
class Step:
    """One file in one commit: its contents before and after, by their names in git."""

    commit: str
    day: str
    path: str
    before: str
    after: str


def git(root: Path, *arguments: str) -> str:
    """What git says; raises Stop when it refuses."""
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    except OSError:
        raise Stop("Git finns inte på datorn.") from None
    if done.returncode:
        said = (done.stderr.strip() or "inget skäl angavs").splitlines()[-1]
        raise Stop(f"Git kunde inte svara: {said}")
    return done.stdout


def is_whole(root: Path) -> bool:
    """Whether here is a repository, from its own top, with all its history."""
    try:
        top = git(root, "rev-parse", "--show-toplevel", "--is-shallow-repository").split("\n")
    except Stop:
        return False
    return Path(top[0]).resolve() == root.resolve() and top[1] == "false"


def changed(root: Path, base: str, paths: Sequence[str]) -> list[Step]:
    """The files that differ between a commit and the files as they lie now, the unsaved and the new among them."""
    if not _known(root, base):
        raise Stop(f"”{base}” är ingen version som git känner till. Ange en gren, en tagg eller en incheckning.")
    common = git(root, "merge-base", base, "HEAD").strip()
    rows = _raw(git(root, "diff", "--raw", "--no-abbrev", "--no-renames", common, "--", *paths))
    steps = [Step("", "", path, before, after) for before, after, path in rows]
    new = git(root, "ls-files", "--others", "--exclude-standard", "--", *paths).splitlines()
    return sorted([*steps, *(Step("", "", path, NOTHING, "") for path in new)], key=lambda step: step.path)


def _known(root: Path, base: str) -> bool:
    try:
        git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    except Stop:
        return False
    return True


def _raw(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.splitlines():
        if line.startswith(":"):
            facts, _, path = line.partition("\t")
            _, _, before, after, _ = facts[1:].split(" ")
            yield before, after, path


def steps(root: Path, paths: Sequence[str]) -> Iterator[Step]:
    """Every change of some files, the oldest first."""
    told = git(root, "log", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--format=@%H %cs", "--", *paths)
    commit = day = ""
    for line in told.splitlines():
        if line.startswith("@"):
            commit, day = line[1:].split(" ")
        for before, after, path in _raw(line):
            yield Step(commit, day, path, before, after)


def contents(root: Path, names: Iterable[str]) -> dict[str, str]:
    """The text of each content by its name in git."""
    wanted = sorted({name for name in names if name and name != NOTHING})
    command = ["git", "-C", str(root), "cat-file", "--batch"]
    done = subprocess.run(command, capture_output=True, input="\n".join(wanted).encode(), check=False)
    found: dict[str, str] = {}
    rest = done.stdout
    while rest:
        head, _, rest = rest.partition(b"\n")
        facts = head.decode().split()
        size = int(facts[2]) if len(facts) == 3 else 0
        found[facts[0]] = rest[:size].decode("utf-8", errors="replace")
        rest = rest[size + 1 :] if len(facts) == 3 else rest
    return found
