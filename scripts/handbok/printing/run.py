"""All sheets: what is unchanged comes from the cache, the rest is printed on all cores."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Mall
from ..problems import Problem
from ..rendering import Renderer
from .drawing import draw
from .forms import Edition, Form, Sheet, forms
from .manuscript import Manuscript, manuscript
from .stock import Stock

if TYPE_CHECKING:
    from .measuring import Fault
    from .work import Task

KEPT_FILES = 1000
"""How many files of earlier runs the cache may hold besides those of the latest."""
Progress = Callable[[int, int, str], None]
"""Told how many files are done, of how many, and the name of the last."""


@dataclass(frozen=True)
class Order:
    """One file to deliver: what it is made from and where it is kept between builds."""

    mall: Mall
    form: Form
    content: str | Manuscript
    """The HTML to print, or what the Word file says."""
    kept: Path
    main: bool

    @property
    def name(self) -> str:
        """`swot-a3.pdf`."""
        return self.mall.slug + self.form.ending

    @property
    def picture(self) -> Path:
        """The picture that is kept beside the PDF of a sheet's main form."""
        return self.kept.with_suffix(".png")


def print_sheets(  # noqa: PLR0913, PLR0917 - each is a thing of its own that only the caller knows
    renderer: Renderer, stock: Stock, edition: Edition, out: Path, cache: Path, progress: Progress = lambda *_: None
) -> tuple[list[Sheet], list[Problem]]:
    """Every sheet of the renderer's handbook in every form, as PDF and picture in `out`; problems where one fails.

    `cache` keeps finished files from build to build. A sheet with a problem is not delivered.
    """
    cache.mkdir(parents=True, exist_ok=True)
    out.mkdir(parents=True, exist_ok=True)
    orders = [order for mall in renderer.handbook.all(Mall) for order in _orders(renderer, stock, edition, cache, mall)]
    problems = _told_once(_print(orders, stock, progress))
    _tidy(cache, orders)
    failed = {problem.place.file for problem in problems}
    whole = [order for order in orders if order.mall.marks.file not in failed]
    return _deliver(whole, out), problems


def _orders(renderer: Renderer, stock: Stock, edition: Edition, cache: Path, mall: Mall) -> Iterator[Order]:
    for number, form in enumerate(forms(mall)):
        content = manuscript(renderer, mall, edition) if form.for_word else draw(renderer, mall, form, edition)
        key = sha256(f"{stock.fingerprint(form.paper)}\n{form}\n{len(mall.blad)}\n{content}".encode()).hexdigest()
        yield Order(mall, form, content, cache / (key + Path(form.ending).suffix), main=number == 0)


def _print(orders: Sequence[Order], stock: Stock, progress: Progress) -> Iterator[Problem]:
    """Print what is not kept, largest first."""
    missing = [order for order in orders if not order.kept.exists()]
    missing.sort(key=lambda order: (-len(order.mall.blad), order.name))
    for done, (order, faults) in enumerate(zip(missing, _results(missing, stock), strict=True), start=1):
        progress(done, len(missing), order.name)
        yield from (replace(order.mall.problem(fault.field, fault.message), rule=fault.rule) for fault in faults)


def _results(orders: Sequence[Order], stock: Stock) -> Iterator[tuple[Fault, ...]]:
    """The faults of each order. WeasyPrint takes half a second to import, so it waits until there is work."""
    if not orders:
        return
    from .work import do

    tasks = [_task(order, stock) for order in orders]
    workers = min(os.cpu_count() or 1, len(tasks))
    if workers == 1:
        yield from map(do, tasks)
        return
    with get_context("spawn").Pool(workers) as pool:
        yield from pool.imap(do, tasks)


def _task(order: Order, stock: Stock) -> Task:
    from .typesetting import Copy
    from .work import Task

    form, content = order.form, order.content
    if isinstance(content, Manuscript):
        return Task(content, order.kept, None)
    copy = Copy(order.name, content, stock, form.paper, form.size, len(order.mall.blad), form.notes)
    return Task(copy, order.kept, order.picture if order.main else None)


def _told_once(problems: Iterable[Problem]) -> list[Problem]:
    """One problem for each place and rule: what is too long on A3 is too long on the A4 copy as well."""
    found: dict[tuple[object, str], Problem] = {}
    for problem in sorted(problems, key=lambda problem: (problem.place, problem.rule, "A4" in problem.message)):
        found.setdefault((problem.place, problem.rule), problem)
    return list(found.values())


def _tidy(cache: Path, orders: Iterable[Order]) -> None:
    """Drop the files that were printed longest ago and are not asked for, and what a killed build left half written."""
    asked = {file for order in orders for file in (order.kept, order.picture)}
    files = sorted(set(cache.iterdir()) - asked, key=lambda file: file.stat().st_mtime, reverse=True)
    for number, file in enumerate(files):
        if number >= KEPT_FILES or file.suffix == ".ny":
            file.unlink(missing_ok=True)


def _deliver(orders: Iterable[Order], out: Path) -> list[Sheet]:
    """Copy the files that belong together; the main form first."""
    sheets: dict[str, Sheet] = {}
    for order in orders:
        shutil.copyfile(order.kept, out / order.name)
        sheet = sheets.setdefault(order.mall.id, Sheet(order.mall, (), out / f"{order.mall.slug}.png"))
        sheets[order.mall.id] = replace(sheet, files=(*sheet.files, out / order.name))
        if order.main:
            shutil.copyfile(order.picture, sheet.picture)
    return list(sheets.values())
