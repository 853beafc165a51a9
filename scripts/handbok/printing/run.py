"""All sheets: what is unchanged comes from the cache, the rest is printed on all cores."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ..model import Mall
from ..problems import Problem
from ..rendering import Renderer
from .cores import Progress, spread
from .drawing import draw
from .forms import Edition, Form, Sheet, forms
from .keeping import tidy
from .manuscript import Manuscript, manuscript
from .stock import Stock

if TYPE_CHECKING:
    from .work import Task

KEPT_FILES = 1000
"""How many files of earlier runs the cache may hold besides those of the latest."""


@dataclass(frozen=True)
class Order:
    """One file to deliver: what it is made from and where it is kept between builds."""

    mall: Mall
    form: Form
    content: str | Manuscript | Path
    """The HTML to print, what the Word file says, or the file of the first form, which this one is made with."""
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
    tidy(cache, {file for order in orders for file in (order.kept, order.picture)}, KEPT_FILES)
    failed = {problem.place.file for problem in problems}
    return _deliver((order for order in orders if order.mall.marks.file not in failed), out), problems


def _orders(renderer: Renderer, stock: Stock, edition: Edition, cache: Path, mall: Mall) -> Iterator[Order]:
    first = cache
    for number, form in enumerate(forms(mall)):
        content = first if form.with_first else _content(renderer, mall, form, edition)
        told = content.name if isinstance(content, Path) else content
        key = sha256(f"{stock.fingerprint(form.paper)}\n{form}\n{len(mall.blad)}\n{told}".encode()).hexdigest()
        kept = cache / (key + Path(form.ending).suffix)
        first = first if number else kept
        yield Order(mall, form, content, kept, main=number == 0)


def _content(renderer: Renderer, mall: Mall, form: Form, edition: Edition) -> str | Manuscript:
    return manuscript(renderer, mall, edition) if form.for_word else draw(renderer, mall, form, edition)


def _print(orders: Sequence[Order], stock: Stock, progress: Progress) -> Iterator[Problem]:
    """Print what is not kept, largest first. WeasyPrint takes half a second to import, so it waits for work."""
    beside: defaultdict[Path, list[Order]] = defaultdict(list)
    for order in orders:
        if isinstance(order.content, Path):
            beside[order.content].append(order)
    own = (order for order in orders if not order.form.with_first)
    missing = [order for order in own if not all(one.kept.exists() for one in (order, *beside[order.kept]))]
    missing.sort(key=lambda order: (-len(order.mall.blad), order.name))
    if not missing:
        return
    from .work import do

    results = spread(do, [_task(order, stock, beside[order.kept]) for order in missing])
    for done, (order, faults) in enumerate(zip(missing, results, strict=True), start=1):
        progress(done, len(missing), order.name)
        yield from (replace(order.mall.problem(fault.field, fault.message), rule=fault.rule) for fault in faults)


def _task(order: Order, stock: Stock, beside: Sequence[Order]) -> Task:
    from .typesetting import Copy
    from .work import Task

    form, content = order.form, order.content
    if isinstance(content, Manuscript):
        return Task(content, order.kept)
    copy = Copy(order.name, str(content), stock, form.paper, form.size, len(order.mall.blad), form.notes)
    fillable = next((one.kept for one in beside if one.form.fillable), None)
    smaller = next((one.kept for one in beside if one.form.smaller), None)
    return Task(copy, order.kept, order.picture if order.main else None, fillable, smaller)


def _told_once(problems: Iterable[Problem]) -> list[Problem]:
    """One problem for each place and rule: what is too long on the blank sheet is too long on the filled-in one."""
    found: dict[tuple[object, str], Problem] = {}
    for problem in sorted(problems, key=lambda problem: (problem.place, problem.rule)):
        found.setdefault((problem.place, problem.rule), problem)
    return list(found.values())


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
