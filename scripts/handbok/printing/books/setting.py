"""Books, set in sheaves on all cores and bound into one file; what is unchanged comes from the cache.

500 pages at once take a minute and 1.5 GB. Pages that are referred to are known only afterwards, so sheaves are set
until every number printed is the right one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ...problems import Stop
from ..cores import Progress, spread
from ..keeping import keep
from .sheaf import Sheaf, Task, numbered
from .shelf import STYLE, Book, Shelf

TRIES = 8
"""How often a book may be set before its numbers must have come to rest."""
KEPT_FILES = 400
"""How many files of earlier runs the cache may hold besides the finished books."""


@dataclass(frozen=True)
class Guess:
    """On which page of a book each place is, and where each sheaf begins."""

    numbers: Mapping[str, int]
    starts: Sequence[int]

    def orders(self, book: Book) -> list[str]:
        """The sheaves of a book with these numbers in them."""
        starts = [*self.starts, *[1] * len(book.sheaves)]
        return [numbered(html, start, self.numbers) for html, start in zip(book.sheaves, starts, strict=False)]


def set_books(books: Sequence[Book], shelf: Shelf, cache: Path, progress: Progress = lambda *_: None) -> list[Path]:
    """Each book as a PDF in the cache. Raises Stop when WeasyPrint has something to say against one."""
    cache.mkdir(parents=True, exist_ok=True)
    files = {book.name: cache / f"{_key(shelf, book.title, *book.sheaves)}.pdf" for book in books}
    missing = [book for book in books if not files[book.name].exists()]
    for book, sheaves in _set(missing, shelf, cache, progress):
        from .binding import Copies, bind_files

        keep(files[book.name], bind_files([Copies(sheaf.file) for sheaf in sheaves], book.title))
    return list(files.values())


def _set(
    books: Sequence[Book], shelf: Shelf, cache: Path, progress: Progress
) -> Iterator[tuple[Book, Sequence[Sheaf]]]:
    """Set all books again and again, until the numbers in each agree with where things are."""
    guesses = {book: _remembered(_memory(cache, book)) for book in books}
    waiting = list(books)
    for _ in range(TRIES if books else 0):
        orders = {book: guesses[book].orders(book) for book in waiting}
        counted = {html for book in waiting if not guesses[book].numbers for html in orders[book]}
        set_ = _work(orders, counted, shelf, cache, progress)
        for book, htmls in orders.items():
            sheaves = [set_[html] for html in htmls]
            found = _found(sheaves)
            if found == guesses[book]:
                waiting.remove(book)
                yield book, sheaves
            guesses[book] = found
            keep(_memory(cache, book), json.dumps([found.numbers, found.starts]).encode())
        if not waiting:
            return
    if waiting:
        raise Stop("sidnumren i boken kommer aldrig till ro; anmäl det, och bygg så länge utan --book")


def _found(sheaves: Iterable[Sheaf]) -> Guess:
    """Where things are in what was set."""
    places: dict[str, int] = {}
    starts, before = [], 0
    for sheaf in sheaves:
        starts.append(before + 1)
        places |= {anchor: before + page for anchor, page in sheaf.places.items()}
        before += sheaf.pages
    return Guess(places, starts)


def _memory(cache: Path, book: Book) -> Path:
    """Where the numbers of a book are kept as a guess for the next time."""
    return cache / f"{book.name}-sidor.json"


def _remembered(file: Path) -> Guess:
    """The numbers of the last time, or none."""
    return Guess(*json.loads(file.read_text("utf-8"))) if file.exists() else Guess({}, [])


def _work(
    orders: Mapping[Book, Sequence[str]], counted: set[str], shelf: Shelf, cache: Path, progress: Progress
) -> dict[str, Sheaf]:
    """Set what is not kept, the longest first, on all cores; of some only the pages are counted."""
    named = {html: book.title for book, htmls in orders.items() for html in htmls}
    files = {html: cache / f"{_key(shelf, html)}.pdf" for html in named}
    tasks = [Task(html, shelf, file, write=html not in counted) for html, file in files.items()]
    missing = sorted((task for task in tasks if not task.goal.exists()), key=lambda task: -len(task.html))
    if missing:
        from .work import do

        for number, _ in enumerate(spread(do, missing), start=1):
            progress(number, len(missing), named[missing[number - 1].html])
    return {html: Sheaf.read(file) for html, file in files.items()}


def _key(shelf: Shelf, *texts: str) -> str:
    return sha256("\n".join((shelf.fingerprint(STYLE), *texts)).encode()).hexdigest()
