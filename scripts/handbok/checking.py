"""The verb `validate`: read, check, tell. Exit 0 clean, 1 with errors, 2 wrong use."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .faults import FAULTS
from .local import read_and_lay
from .local.faults import LOCAL_FAULTS, LOCAL_RULES
from .local.upgrade import LOCAL_UPGRADE, to_look_at, version_of
from .model import Handbook
from .problems import Level, Problem, as_github, as_json, as_text, has_errors, rule_name
from .reading import load
from .rules import RULES, check

PROJECT = Path(__file__).resolve().parents[2]
"""The top folder of the project."""

FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def read_and_check(
    content: Path, docs: Path | None, *, root: Path | None = None, today: date | None = None
) -> tuple[Handbook, list[Problem]]:
    """A handbook and everything that is wrong with it, sorted."""
    handbook, problems = load(content, docs, root=root, today=today)
    return handbook, sorted([*problems, *check(handbook)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; prints the problems and gives the exit code."""
    options = _parser().parse_args(arguments)
    if options.list:
        print(_list())
        return 0
    docs = options.docs or options.content.parent / "docs"
    handbook, problems = read_and_check(options.content, docs if docs.is_dir() else None, today=options.today)
    for folder in options.local:
        problems = sorted([*problems, *local_problems(folder, handbook)])
    told = FORMATS[options.format](problems)
    if told and (problems or options.format == "json"):
        print(told)
    if options.format == "text":
        print(_summary(handbook, problems))
    return 1 if has_errors(problems) else 0


def local_problems(folder: Path, handbook: Handbook) -> list[Problem]:
    """Everything that is wrong with an edition, and what in it must be looked at since the handbook changed."""
    local, problems = read_and_lay(folder, handbook.published())
    if local.overlay.utgava:
        problems = [*problems, *to_look_at(local, version_of(PROJECT))]
    return problems


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="validate.py", description="Kontrollera innehållet.", add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--content", type=Path, default=PROJECT / "content", metavar="MAPP", help="mappen med innehåll")
    add("--docs", type=Path, default=None, metavar="MAPP", help="mappen med sidor; annars docs bredvid innehållet")
    add("--format", choices=sorted(FORMATS), default="text", help="hur problemen skrivs")
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    add("--local", type=Path, action="append", default=[], metavar="MAPP", help="kontrollera också en egen utgåva")
    add("--list", action="store_true", help="visa alla regler och varför de finns")
    return parser


def day(text: str) -> date:
    """A day given on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"”{text}” är ingen dag; skriv den som 2026-11-21") from None


def _list() -> str:
    """Every fault and rule with its reason, a line each."""
    rules = (*RULES, *LOCAL_RULES)
    reasons = {rule_name(rule): (rule.__doc__ or "").split("\n")[0] for rule in rules}
    reasons |= FAULTS | LOCAL_FAULTS | LOCAL_UPGRADE
    width = max(len(name) for name in reasons)
    return "\n".join(f"{name:<{width}}  {reason}" for name, reason in sorted(reasons.items()))


def _summary(handbook: Handbook, problems: Sequence[Problem]) -> str:
    errors = sum(problem.level is Level.FEL for problem in problems)
    return f"{len(handbook)} poster, {errors} fel, {len(problems) - errors} varningar."
