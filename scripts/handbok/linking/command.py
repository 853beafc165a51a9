"""The verb `links`. Exit 0 every link holds, 1 some do not, 2 wrong use, 3 no server at all could be reached."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..checking import PROJECT, day
from ..manners import Manners
from ..model import Handbook
from ..problems import Problem, Stop, as_github, as_json, as_text, has_errors
from ..reading import load
from ..reading.files import shown_path
from .addresses import addresses, files_of
from .checking import check
from .exceptions import FILE, exceptions
from .inside import inside
from .judging import DEAD, Kind, Verdict
from .mending import mend
from .remembering import recall, remember
from .telling import FORMATS

INSIDE = {"text": as_text, "json": as_json, "github": as_github, "markdown": as_text}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; raises Stop at wrong use."""
    options = _parser().parse_args(arguments)
    if options.fix and not options.external:
        raise Stop("--fix rättar adresser som leder ut; skriv --external också.")
    docs = options.docs or options.content.parent / "docs"

    def read() -> Handbook:
        return load(options.content, docs if docs.is_dir() else None, today=options.today)[0]

    return _outside(options, read(), docs) if options.external else _inside(options, read)


def _inside(options: argparse.Namespace, read: Callable[[], Handbook]) -> int:
    problems = inside(options.site.resolve(), read)
    told = INSIDE[options.format](problems)
    if told:
        print(told)
    if options.format == "text":
        print(
            f"{len(problems)} länkar i {options.site} leder fel." if problems else "Alla länkar i webbplatsen håller."
        )
    return int(bool(problems))


def _outside(options: argparse.Namespace, handbook: Handbook, docs: Path) -> int:
    root = Path.cwd()
    places = addresses(files_of(handbook, root, docs if docs.is_dir() else None))
    lets, faults = exceptions(options.content, shown_path(options.content / FILE, root), handbook.today)
    memory = options.cache / "svar.json"
    known = {} if options.anew else recall(memory, handbook.today)
    verdicts = check(places, lets, known, lambda: Manners(options.timeout, options.tries, options.pace))
    remember(memory, verdicts, known, handbook.today)
    print(FORMATS[options.format](verdicts, places, faults).rstrip("\n"))
    if options.fix:
        changed = mend(verdicts, places, root)
        print("\n".join([*changed, f"{len(changed)} adresser rättades."]))
    return _code(verdicts, faults)


def _code(verdicts: Mapping[str, Verdict], faults: Sequence[Problem]) -> int:
    asked = [verdict.kind for verdict in verdicts.values() if verdict.kind is not Kind.UNDANTAGEN]
    if asked and all(kind is Kind.ONABAR for kind in asked):
        return 3
    return int(any(kind in DEAD for kind in asked) or has_errors(faults))


def _parser() -> argparse.ArgumentParser:
    text = "Pröva länkarna i den byggda webbplatsen, eller med --external dem som leder ut."
    parser = argparse.ArgumentParser(prog="links.py", description=text, add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--external", action="store_true", help="fråga de servrar som handboken länkar till")
    add("--fix", action="store_true", help="skriv in nya adresser för det som har flyttat för gott")
    add("--format", choices=sorted(FORMATS), default="text", help="hur det skrivs")
    add("--site", type=Path, default=PROJECT / "site", metavar="MAPP", help="den byggda webbplatsen")
    add("--content", type=Path, default=PROJECT / "content", metavar="MAPP", help="mappen med innehåll")
    add("--docs", type=Path, default=None, metavar="MAPP", help="mappen med sidor; annars docs bredvid innehållet")
    add("--today", type=day, default=None, metavar="DAG", help="räkna som om det vore den dagen")
    add("--cache", type=Path, default=PROJECT / ".cache" / "lankar", metavar="MAPP", help="minne av svaren")
    add("--anew", action="store_true", help="fråga om allt, också det som nyss svarade")
    add("--timeout", type=float, default=20, metavar="S", help="längsta väntan på ett svar, i sekunder")
    add("--pace", type=float, default=1, metavar="S", help="paus mellan frågor till samma server, i sekunder")
    add("--tries", type=int, default=3, metavar="N", help="försök per adress när en server är upptagen")
    return parser
