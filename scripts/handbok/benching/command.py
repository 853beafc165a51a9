"""The verb `bench`: everything measured once as it is, and once with the content multiplied."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from ..checking import PROJECT, read_and_check
from ..model import Handbook
from ..problems import Stop, has_errors
from ..progress import Progress
from .editions import measure_editions, tell
from .figures import Round, medians, named
from .growing import grow
from .telling import as_json, machine, show
from .workplace import Measured, Workplace, furnish

FACTOR, MOST_PAGES = 10, 3000
"""How many times the handbook is multiplied, and how many pages that may give; twice is the least that shows growth."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb. The exit code tells whether it could be measured, not whether the aims are met."""
    options = _parser().parse_args(arguments)
    if options.search:
        return _search(options)
    if options.lighthouse:
        return _lighthouse(options)
    if options.text:
        return _text(options)
    progress = Progress(Console(file=sys.stderr, highlight=False, soft_wrap=True, emoji=False))
    where = machine()
    if options.editions:
        with TemporaryDirectory(prefix="handbok-matning-") as folder:
            tell(measure_editions(Path(folder), options.editions, options.pdf, PROJECT, progress), options.json)
        return 0
    with TemporaryDirectory(prefix="handbok-matning-") as folder:
        rounds = measure(furnish(Path(folder) / "handbok"), options.ganger, progress)
    if options.json:
        print(as_json(rounds, options.ganger, where))
    else:
        show(rounds, options.ganger, where, Console(highlight=False, emoji=False))
    return 0


def _lighthouse(options: argparse.Namespace) -> int:
    """What Lighthouse says of the built site."""
    from . import lighthouse

    found = lighthouse.verdicts(PROJECT / "site", PROJECT, options.ganger)
    if options.json:
        print(lighthouse.as_json(found))
    else:
        lighthouse.show(found, Console(highlight=False, emoji=False))
    return 0


def _text(options: argparse.Namespace) -> int:
    """How the pages of the built site read."""
    from . import text

    found = text.readings(PROJECT / "site")
    if options.json:
        print(text.as_json(found))
    else:
        text.show(found, Console(highlight=False, emoji=False))
    return 0


def _search(options: argparse.Namespace) -> int:
    """The search alone, beside the stock theme's."""
    from . import searchtelling
    from .searching import compare

    progress = Progress(Console(file=sys.stderr, highlight=False, soft_wrap=True, emoji=False))
    where = machine()
    with TemporaryDirectory(prefix="handbok-matning-") as folder:
        found = compare(furnish(Path(folder) / "handbok"), options.ganger, progress)
    if options.json:
        print(searchtelling.as_json(found, where))
    else:
        searchtelling.show(found, where, Console(highlight=False, emoji=False))
    return 0


def measure(place: Workplace, times: int, progress: Progress) -> tuple[Round, Round]:
    """One round on the handbook as it is and one on it multiplied."""
    handbook = _read(place)
    small = _round(place, handbook, 1, times, progress)
    factor = max(2, min(FACTOR, MOST_PAGES // small.pages))
    grow(handbook, place.folder / "content", factor)
    return small, _round(place, _read(place), factor, 1, progress)


def _read(place: Workplace) -> Handbook:
    """The workplace's handbook. Raises Stop when it has errors."""
    content, docs = place.folder / "content", place.folder / "docs"
    handbook, problems = read_and_check(content, docs, root=place.folder)
    if has_errors(problems):
        raise Stop(f"innehållet har fel, det första är {min(problems, key=lambda p: (p.level != 'fel', p))}")
    return handbook


def _round(place: Workplace, handbook: Handbook, factor: int, times: int, progress: Progress) -> Round:
    """Ours and the yardstick by turns, so that a busy moment hits both; then the sheets, cold and kept."""
    out, yardstick = place.folder.parent / "site", place.folder.parent / f"mattstock-{factor}"
    place.run("ritning", yardstick)
    pairs: list[tuple[Measured, Measured]] = []
    for number in range(times):
        with progress.stage(f"×{factor}: sidor och måttstock, gång {number + 1} av {times}"):
            pairs.append((place.run("bygge", out, "utan"), place.run("mkdocs", yardstick)))
    with progress.stage(f"×{factor}: bladen"):
        place.forget()
        cold, kept = place.run("bygge", out, "blad"), place.run("bygge", out, "blad")
    sheets = {"blad_kallt": named(cold.seconds)["blad"], "blad_cache": named(kept.seconds)["blad"]}
    return Round(
        factor,
        len(handbook),
        cold.told["pages"],
        cold.told["sheets"],
        cold.told["printed_pages"],
        _kilobytes(place.folder / "content"),
        {**medians([_on_the_wall(ours, stock) for ours, stock in pairs]), **sheets},
        medians([{**named(ours.processor), "mattstock": stock.processor["mkdocs"]} for ours, stock in pairs]),
    )


def _kilobytes(content: Path) -> int:
    """How much there is to read and check: copies are not all as long as what they are counted among."""
    return sum(path.stat().st_size for path in content.rglob("*") if path.is_file()) // 1000


def _on_the_wall(ours: Measured, stock: Measured) -> dict[str, float]:
    """Seconds of one pair of runs, by stage and in whole."""
    whole = {"hela_bygget": ours.lived, "hela_mattstocken": stock.lived}
    return {**named(ours.seconds), "mattstock": stock.seconds["mkdocs"], **whole}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bench.py",
        description="Mät kontroll, sidor och blad mot en vanlig mkdocs build av samma sidor, "
        f"och allt en gång till med innehållet gånger {FACTOR}.",
        add_help=False,
    )
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("--search", action="store_true", help="mät bara sökningen, i en webbläsare, mot den i Material")
    add(
        "--editions",
        type=_several,
        metavar="N",
        help="mät i stället vad en kommuns utgåva kostar när N görs på en gång",
    )
    add("--no-pdf", action="store_false", dest="pdf", help="mät utgåvorna utan blad")
    add("--text", action="store_true", help="visa läsbarheten (LIX) på varje sida i site/; bygg först")
    add("--lighthouse", action="store_true", help="låt Lighthouse pröva den byggda webbplatsen; --ganger 5 är lagom")
    add("--json", action="store_true", help="skriv siffrorna som JSON")
    add("--ganger", type=_times, default=3, metavar="N", help="hur många gånger de korta stegen mäts (3)")
    return parser


def _several(text: str) -> int:
    if not text.isdecimal() or not 2 <= int(text) <= 290:
        raise argparse.ArgumentTypeError(f"”{text}” är inget antal utgåvor; skriv ett tal från 2 till 290")
    return int(text)


def _times(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 99:
        raise argparse.ArgumentTypeError(f"”{text}” är inget antal; skriv ett tal från 1 till 99")
    return int(text)
