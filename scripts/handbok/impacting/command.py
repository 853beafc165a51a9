"""The verb `impact`. Exit 0 told, 2 wrong use."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..changes.comparing import Difference, compare
from ..changes.history import FILE as HISTORY
from ..changes.history import as_json, history
from ..changes.report import Report, as_markdown
from ..changes.shares import shares
from ..changes.touched import touched
from ..checking import PROJECT, day
from ..local import overlays_in
from .base import news, version_before, version_in
from .editions import touched_editions


@dataclass(frozen=True)
class Wish:
    """What is to be told besides what always is."""

    today: date | None = None
    editions: tuple[Path, ...] = ()
    pictures: Path | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the verb; raises Stop at wrong use."""
    options = _parser().parse_args(arguments)
    root = options.root.resolve()
    if options.history:
        (root / HISTORY).write_text(as_json(history(root), shares(root)), encoding="utf-8", newline="\n")
        print(f"Skrev {root / HISTORY}.")
        return 0
    wish = Wish(options.today, (*options.local, *overlays_in(options.all_in)), options.pictures)
    report = impact(root, options.base, wish)
    if options.out:
        options.out.write_text(report, encoding="utf-8")
    else:
        print(report, end="")
    return 0


def impact(root: Path, base: str, wish: Wish | None = None) -> str:
    """What differs from a base and what it touches, as Markdown."""
    found = compare(root, base)
    if not found.entries and not found.other:
        return as_markdown(version_in(root, None).handbook, Report(found))
    return _told(root, base, found, wish or Wish())


def _told(root: Path, base: str, found: Difference, wish: Wish) -> str:
    now = version_in(root, wish.today)
    reach = touched(now.handbook, found)
    with version_before(root, base, wish.today) as before:
        came, went = news(before.problems, now.problems)
        ids = [change.id for change in found.entries]
        editions = tuple(touched_editions(wish.editions, ids, before, now))
        pictures: tuple[str, ...] = ()
        if wish.pictures:
            from .pictures import draw_pictures

            sheets = reach.sheets if not _look(found) else tuple(e.id for e in now.handbook if e.typ == "mall")
            pictures = tuple(draw_pictures(sheets, before, now, PROJECT / "node_modules", wish.pictures))
    return as_markdown(now.handbook, Report(found, reach, came, went, editions, pictures))


def _look(found: Difference) -> bool:
    """Whether the change is to how every sheet looks."""
    return any(path.startswith(("overrides/tryck/", "overrides/innehall/omrade/")) for path in found.other)


def _parser() -> argparse.ArgumentParser:
    text = "Visa vad en ändring rör: poster, sidor, blad, tryckta koder och kommuners utgåvor."
    parser = argparse.ArgumentParser(prog="impact.py", description=text, add_help=False)
    add = parser.add_argument
    add("-h", "--help", action="help", help="visa den här hjälpen")
    add("base", nargs="?", default="main", metavar="BASE", help="gren, tagg eller incheckning att jämföra med")
    add("--out", type=Path, metavar="FIL", help="skriv rapporten till en fil")
    add("--pictures", type=Path, metavar="MAPP", help="rita bladen som ändras, före och efter, i en mapp")
    add("--local", type=Path, action="append", default=[], metavar="MAPP", help="säg också vad en egen utgåva får")
    add("--all-in", type=Path, metavar="MAPP", help="detsamma för varje lokal mapp i en mapp")
    add("--history", action="store_true", help="skriv historik.json, för ett arkiv utan git")
    add("--root", type=Path, default=PROJECT, metavar="MAPP", help="mappen med handboken")
    add("--today", type=day, default=None, metavar="ÅÅÅÅ-MM-DD", help="räkna som om det vore den dagen")
    return parser
