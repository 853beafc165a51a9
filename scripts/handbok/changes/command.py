"""The verb `impact`. Exit 0 told, 2 wrong use."""

from __future__ import annotations

import argparse
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..checking import PROJECT, day, read_and_check
from ..model import Handbook
from ..problems import Place, Problem, Stop
from .comparing import compare
from .history import FILE, as_json, history
from .report import as_markdown
from .repository import git
from .shares import shares
from .touched import touched


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; raises Stop at wrong use."""
    options = _parser().parse_args(arguments)
    root = options.root.resolve()
    if options.history:
        (root / FILE).write_text(as_json(history(root), shares(root)), encoding="utf-8", newline="\n")
        print(f"Skrev {root / FILE}.")
        return 0
    report = impact(root, options.base, options.today)
    if options.out:
        options.out.write_text(report, encoding="utf-8")
    else:
        print(report, end="")
    return 0


def impact(root: Path, base: str, today: date | None = None) -> str:
    """What differs from a base and what it touches, as Markdown."""
    found = compare(root, base)
    handbook, now = _checked(root, today)
    before = _problems_of(root, base, today) if found.entries or found.other else []
    return as_markdown(handbook, found, touched(handbook, found.entries), _news(before, now))


def _checked(root: Path, today: date | None) -> tuple[Handbook, list[Problem]]:
    docs = root / "docs"
    return read_and_check(root / "content", docs if docs.is_dir() else None, root=root, today=today)


def _problems_of(root: Path, base: str, today: date | None) -> list[Problem]:
    """What the rules of today say of the content as it was where the change began."""
    common = git(root, "merge-base", base, "HEAD").strip()
    kept = [name for name in ("content", "docs") if git(root, "ls-tree", "--name-only", common, name).strip()]
    packed = subprocess.run(["git", "-C", str(root), "archive", common, *kept], capture_output=True, check=False)
    if packed.returncode or "content" not in kept:
        raise Stop(f"I {base} finns inget innehåll att jämföra med.")
    with tempfile.TemporaryDirectory() as folder, tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
        return _checked(Path(folder), today)[1]


def _news(before: Sequence[Problem], now: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Problems that came and problems that went; one that only moved to another line is neither."""

    def still(problem: Problem) -> Problem:
        return replace(problem, place=Place(problem.place.file))

    old, new = {still(problem) for problem in before}, {still(problem) for problem in now}
    return [one for one in now if still(one) not in old], [one for one in before if still(one) not in new]


def _parser() -> argparse.ArgumentParser:
    text = "Visa vad en ändring rör: poster, sidor, blad och tryckta koder."
    parser = argparse.ArgumentParser(prog="impact.py", description=text, add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("base", nargs="?", default="main", metavar="BASE", help="gren, tagg eller incheckning att jämföra med")
    add("--out", type=Path, metavar="FIL", help="skriv rapporten till en fil")
    add("--history", action="store_true", help="skriv historik.json, för ett arkiv utan git")
    add("--root", type=Path, default=PROJECT, metavar="MAPP", help="mappen med handboken")
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    return parser
