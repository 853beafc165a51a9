"""How a built site reads: LIX and words a sentence for each page, for information and no aim.

LIX is Björnsson's (1968): words a sentence, and the share in per cent of words longer than six letters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lxml import html
from rich.console import Console
from rich.table import Column, Table

from ..problems import Stop

LONG = 6
"""Letters that a word may have without being long."""
FEWEST = 60
"""Words that a page must have for its figures to say anything."""
_RUNNING = ("p", "li", "dd", "td", "figcaption")
_ASIDE = ("nav", "footer", "script", "svg", "form")
_WORD = re.compile(r"[^\W\d_]+(?:[-:’'][^\W\d_]+)*")
_STOP = re.compile(r"[.!?:](?=\s|$)")


@dataclass(frozen=True)
class Reading:
    """The figures of one page."""

    sida: str
    ord: int
    meningslangd: float
    """Words a sentence."""
    lix: float


def readings(site: Path) -> list[Reading]:
    """Every page that has enough text, the hardest first. Raises Stop when nothing is built there."""
    if not (site / "index.html").is_file():
        raise Stop(f"Det finns ingen webbplats i {site}. Bygg den först med scripts/build.py.")
    found = (_reading(path.relative_to(site).as_posix(), path) for path in sorted(site.rglob("*.html")))
    return sorted((one for one in found if one), key=lambda one: (-one.lix, one.sida))


def measure_text(blocks: Iterable[str]) -> tuple[int, float, float]:
    """Words, words a sentence and LIX of stretches of text; each stretch ends a sentence."""
    words = sentences = long = 0
    for block in blocks:
        for sentence in _STOP.split(block):
            found = _WORD.findall(sentence)
            words += len(found)
            sentences += bool(found)
            long += sum(len(word) > LONG for word in found)
    if not words:
        return 0, 0.0, 0.0
    return words, words / sentences, words / sentences + 100 * long / words


def as_json(found: list[Reading]) -> str:
    """The figures for other programs."""
    return json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1)


def show(found: list[Reading], console: Console) -> None:
    """A line a page, and the middle of them all."""
    table = Table(Column("Sida", overflow="fold"), "Ord", "Ord per mening", "LIX", box=None, header_style="bold")
    for one in found:
        table.add_row(one.sida, str(one.ord), f"{one.meningslangd:.1f}", f"{one.lix:.0f}")
    console.print(table)
    if found:
        middle = found[len(found) // 2]
        console.print(f"{len(found)} sidor med minst {FEWEST} ord. Den mittersta har LIX {middle.lix:.0f}.")


def _reading(address: str, path: Path) -> Reading | None:
    words, length, lix = measure_text(_blocks(path))
    return Reading(address, words, round(length, 1), round(lix, 1)) if words >= FEWEST else None


def _blocks(path: Path) -> Iterator[str]:
    """The running text of a page: paragraphs, points and cells, each once, without menus, sources and figures."""
    page: Any = html.fromstring(path.read_text(encoding="utf-8"))
    for article in page.iter("article"):
        for aside in list(article.iter(*_ASIDE)):
            aside.drop_tree()
        for block in article.iter(*_RUNNING):
            if not any(inner is not block for inner in block.iter(*_RUNNING)):
                yield " ".join(block.text_content().split())
