"""The verb `validate`: read, check, tell. Exit 0 clean, 1 with errors, 2 wrong use."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from .editing.proofreading import proofread
from .editing.schema import outdated, write
from .faults import FAULTS
from .local import read_and_lay
from .local.faults import LOCAL_FAULTS, LOCAL_RULES
from .local.upgrade import LOCAL_UPGRADE, to_look_at, version_of
from .model import Handbook
from .problems import Level, Problem, as_github, as_json, as_text, has_errors, rule_name
from .reading import load
from .reading.rewriting import rewrite
from .reports import completeness, telling
from .rules import RULES, check

PROJECT = Path(__file__).resolve().parents[2]
"""The top folder of the project."""

FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def read_and_check(
    content: Path, docs: Path | None, *, root: Path | None = None, today: date | None = None, form: bool = False
) -> tuple[Handbook, list[Problem]]:
    """A handbook and everything that is wrong with it, sorted.

    With `form`, files that are not in the one form and schemas that are not current are told of too.
    """
    handbook, problems = load(content, docs, root=root, today=today, form=form)
    if form:
        problems = [*problems, *outdated(handbook, content, root or Path.cwd())]
    return handbook, sorted([*problems, *check(handbook)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; prints the problems and gives the exit code."""
    options = _parser().parse_args(arguments)
    if options.list:
        print(_list())
        return 0
    docs = options.docs or options.content.parent / "docs"
    docs = docs if docs.is_dir() else None
    if options.fix_form:
        return _fix_form(options.content, docs)
    if options.language:
        handbook, problems = load(options.content, today=options.today)
        problems = sorted([*problems, *proofread(handbook, options.content, PROJECT)])
    else:
        handbook, problems = read_and_check(options.content, docs, today=options.today, form=True)
    if options.completeness:
        return _completeness(handbook, options.format)
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


def _completeness(handbook: Handbook, form: str) -> int:
    """What is still to be written or checked; it is no fault, so the exit code is 0."""
    found = completeness(handbook, overdue=True)
    print(telling.as_json(found) if form == "json" else telling.as_text(found))
    return 0


def _fix_form(content: Path, docs: Path | None) -> int:
    """Write every entry in the one form, and the schemas anew."""
    changed = rewrite(content, Path.cwd())
    changed += write(load(content, docs)[0], content, Path.cwd())
    print("\n".join([*changed, f"{len(changed)} filer skrevs om."]))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="validate.py", description="Kontrollera innehållet.", add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--content", type=Path, default=PROJECT / "content", metavar="MAPP", help="mappen med innehåll")
    add("--docs", type=Path, default=None, metavar="MAPP", help="mappen med sidor; annars docs bredvid innehållet")
    add("--format", choices=sorted(FORMATS), default="text", help="hur problemen skrivs")
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    add("--local", type=Path, action="append", default=[], metavar="MAPP", help="kontrollera också en egen utgåva")
    add("--fix-form", action="store_true", help="skriv om alla poster i den gemensamma formen, och schemana")
    add("--language", action="store_true", help="pröva stavning, ord att undvika och långa meningar")
    add("--completeness", action="store_true", help="visa vad varje typ saknar, som text eller med --format json")
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
