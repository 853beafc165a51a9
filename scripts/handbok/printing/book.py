"""Books, set in sheaves on all cores and bound into one file; what is unchanged comes from the cache.

A sheaf is a chapter or a stretch of one, laid out by itself: 500 pages at once take a minute and 1.5 GB. Pages
that are referred to are known only afterwards, so sheaves are set until every number printed is the right one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from .stock import Stock

if TYPE_CHECKING:
    from .bookwork import Task

TRIES = 4
"""How often a book may be set before its numbers must have come to rest."""
KEPT_FILES = 400
"""How many files of earlier runs the cache may hold."""
STYLE = "bok"
_INNER = re.compile(r' href="#(?P<anchor>[^"]+)"')
_ANCHOR = re.compile(r' id="([^"]+)"')
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Shelf(Stock):
    """What a book is set with: the colours and fonts of a sheet, and a style of its own."""

    def style_files(self, paper: str) -> tuple[Path, ...]:
        """The style sheets of a book, in the order in which they apply."""
        names = ("form/variabler.css", "form/typsnitt.css", f"tryck/{paper}.css")
        return tuple(self.overrides / name for name in names)


@dataclass(frozen=True)
class Book:
    """A book to set: its file name, its title, and its sheaves as HTML without page numbers."""

    name: str
    title: str
    sheaves: tuple[str, ...]


@dataclass(frozen=True)
class SetSheaf:
    """A sheaf that is set: its file, how many pages it has, and on which of them each place is."""

    file: Path
    pages: int
    places: Mapping[str, int]


def set_books(books: Sequence[Book], shelf: Shelf, cache: Path, progress: Progress = lambda *_: None) -> list[Path]:
    """Each book as a PDF in the cache. Raises Stop when WeasyPrint has something to say against one."""
    cache.mkdir(parents=True, exist_ok=True)
    files = [cache / f"{_key(shelf, book.title, *book.sheaves)}.pdf" for book in books]
    missing = {book.name: book for book, file in zip(books, files, strict=True) if not file.exists()}
    for name, sheaves in _set(missing, shelf, cache, progress).items():
        from .binding import Sheaf, bind_files

        file = files[[book.name for book in books].index(name)]
        keep(file, bind_files([Sheaf(one.file) for one in sheaves], missing[name].title))
    _tidy(cache)
    return files


def _set(books: Mapping[str, Book], shelf: Shelf, cache: Path, progress: Progress) -> dict[str, list[SetSheaf]]:
    """Set all books again and again, until the numbers in each agree with where things are."""
    if not books:
        return {}
    guesses = {name: _remembered(cache, name) for name in books}
    numbers: dict[str, Mapping[str, int]] = {name: guess[0] for name, guess in guesses.items()}
    starts = {name: (guesses[name][1] + [1] * len(book.sheaves))[: len(book.sheaves)] for name, book in books.items()}
    done: dict[str, list[SetSheaf]] = {}
    for number in range(TRIES):
        waiting = {name: book for name, book in books.items() if name not in done}
        orders = {
            name: [
                _numbered(html, start, numbers[name]) for html, start in zip(book.sheaves, starts[name], strict=True)
            ]
            for name, book in waiting.items()
        }
        first = {html for name in orders if not guesses[name][0] and number == 0 for html in orders[name]}
        results = _work([html for htmls in orders.values() for html in htmls], first, shelf, cache, progress)
        for name, htmls in orders.items():
            sheaves = [results[html] for html in htmls]
            found, begun = _places(sheaves)
            if found == numbers[name] and begun == starts[name]:
                done[name] = sheaves
                keep(_memory(cache, name), json.dumps([found, begun]).encode())
            numbers[name], starts[name] = found, begun
    if len(done) < len(books):
        raise ValueError("sidnumren i boken kommer aldrig till ro")
    return done


def _numbered(html: str, start: int, numbers: Mapping[str, int]) -> str:
    """A sheaf's HTML with its first page, and with the page of everything that it refers to."""
    own = set(_ANCHOR.findall(html))

    def refer(link: re.Match[str]) -> str:
        anchor = link["anchor"]
        target = f"#{anchor}" if anchor in own else f"inom:{anchor}"
        return f' href="{target}" data-sida="{numbers.get(anchor, 100)}"'

    side = "right" if start % 2 else "left"
    head = f"<style>html {{ break-before: {side} }} @page :first {{ counter-reset: page {start} }}</style></head>"
    return _INNER.sub(refer, html).replace("</head>", head, 1)


def _places(sheaves: Iterable[SetSheaf]) -> tuple[dict[str, int], list[int]]:
    """On which page of the book each place is, and where each sheaf begins."""
    places: dict[str, int] = {}
    starts, before = [], 0
    for sheaf in sheaves:
        starts.append(before + 1)
        places |= {anchor: before + page for anchor, page in sheaf.places.items()}
        before += sheaf.pages
    return places, starts


def _memory(cache: Path, name: str) -> Path:
    """Where the numbers of a book are kept as a guess for the next time."""
    return cache / f"{name}-sidor.json"


def _remembered(cache: Path, name: str) -> tuple[dict[str, int], list[int]]:
    """The numbers of the last time, or none."""
    file = _memory(cache, name)
    if not file.exists():
        return {}, []
    numbers, starts = json.loads(file.read_text("utf-8"))
    return numbers, starts


def _work(
    htmls: Sequence[str], only_counted: Collection[str], shelf: Shelf, cache: Path, progress: Progress
) -> dict[str, SetSheaf]:
    """Set what is not kept, the longest first, on all cores; of some only the pages are counted."""
    from .bookwork import Task

    files = {html: cache / f"{_key(shelf, html)}.pdf" for html in htmls}
    tasks = [Task(html, shelf, STYLE, file, write=html not in only_counted) for html, file in files.items()]
    missing = sorted((task for task in tasks if not task.goal.exists()), key=lambda task: -len(task.html))
    for number, _ in enumerate(_results(missing), start=1):
        progress(number, len(missing), "boken")
    return {html: _read(file) for html, file in files.items()}


def _results(tasks: Sequence[Task]) -> Iterator[None]:
    if not tasks:
        return
    from .bookwork import work

    workers = min(os.cpu_count() or 1, len(tasks))
    if workers == 1:
        yield from map(work, tasks)
        return
    with get_context("spawn").Pool(workers) as pool:
        yield from pool.imap_unordered(work, tasks)


def _read(file: Path) -> SetSheaf:
    facts = json.loads(file.with_suffix(".json").read_text("utf-8"))
    return SetSheaf(file, facts["sidor"], facts["platser"])


def _key(shelf: Shelf, *texts: str) -> str:
    return sha256("\n".join((shelf.fingerprint(STYLE), *texts)).encode()).hexdigest()


def keep(file: Path, content: bytes) -> None:
    """Write beside and rename, so that a killed build leaves no half file in the cache."""
    beside = file.with_suffix(file.suffix + ".ny")
    beside.write_bytes(content)
    beside.replace(file)


def _tidy(cache: Path) -> None:
    """Drop what was made longest ago, and what a killed build left half written."""
    files = sorted((file for file in cache.iterdir() if file.is_file()), key=lambda one: -one.stat().st_mtime)
    for number, file in enumerate(files):
        if number >= KEPT_FILES or file.suffix == ".ny":
            file.unlink(missing_ok=True)


def deliver(file: Path, out: Path) -> Path:
    """Copy a kept file to where it is published."""
    out.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, out)
    return out
