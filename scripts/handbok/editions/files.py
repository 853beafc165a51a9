"""The folder of an edition: its pages woven, what is made made anew, the rest linked from the mother."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from ..checking import PROJECT
from ..model import BY_NAME
from ..searching.extending import extended
from ..site.about import SHELL
from ..site.calendar import calendars
from ..site.exports import exports
from ..site.pages import GeneratedPage, address, pages_of
from ..site.wayfinding import wayfinding
from .facts import COLOUR, logo
from .kit import Kit
from .weaving import Weaver

SHELL_PAGE = f"{SHELL}.html"


def furnish(weaver: Weaver, kit: Kit, folder: Path) -> int:
    """Fill an empty folder with a whole site, but for its sheets; gives the number of pages."""
    shell = (kit.mother / SHELL_PAGE).read_text(encoding="utf-8")
    own = {f"{page.address}.html": page for page in _own_pages(weaver)}
    made = dict(_made(weaver, kit))
    for page, told in own.items():
        write(folder / page, weaver.own_page(shell, told).encode())
    for page in kit.pages:
        if page not in own and page != SHELL_PAGE:
            write(folder / page, weaver.page((kit.mother / page).read_text(encoding="utf-8"), page).encode())
    for name in _others(kit, {*own, *made, SHELL_PAGE}):
        if name in kit.addressed:
            text = weaver.addressed((kit.mother / name).read_text(encoding="utf-8"))
            made[name] = text.encode()
        else:
            link(kit.mother / name, folder / name)
    made |= {name: text.encode() for name, text in weaver.files.items()}
    for name, content in made.items():
        write(folder / name, content)
    return len(own) + len(set(kit.pages) - set(own) - {SHELL_PAGE})


def _own_pages(weaver: Weaver) -> Iterator[GeneratedPage]:
    """Pages that the mother does not have, or has with another heading."""
    for id_ in weaver.local.overlay.entries:
        if id_ in weaver.handbook:
            yield from pages_of(weaver.handbook[id_], weaver.handbook)


def _others(kit: Kit, taken: set[str]) -> Iterator[str]:
    """The mother's files that are no pages and are not made anew; sheets come later."""
    for path in sorted(kit.mother.rglob("*")):
        name = path.relative_to(kit.mother).as_posix()
        if path.is_file() and path.suffix != ".html" and name not in taken and not name.startswith("utskrift/"):
            yield name


def _made(weaver: Weaver, kit: Kit) -> Iterator[tuple[str, bytes]]:
    """What depends on the entries of the edition or on its own facts, and is no page."""
    book = weaver.handbook
    kinds = {type(book[id_]) for id_ in weaver.changes.own}
    yield from exports(book, sorted((kind for kind in kinds if kind.typ in BY_NAME), key=lambda kind: kind.typ))
    yield from calendars(book, weaver.renderer.settings)
    yield from extended(kit.search, book, weaver.changes.own, lambda id_: address(id_, book))
    utgava = weaver.local.utgava
    if utgava.farg:
        yield COLOUR, _colours(utgava.farg.ljus, utgava.farg.mork).encode()
    path, where = weaver.local.overlay.logotyp, logo(weaver.local)
    if path and where:
        yield where, path.read_bytes()
    yield from wayfinding(book, PROJECT, weaver.renderer.settings)


def _colours(light: str, dark: str) -> str:
    return (
        f":root {{ --farg-accent: {light} }}\n"
        f'[data-md-color-scheme="slate"] {{ --farg-accent: {dark} }}\n'
        f"@media print {{ :root {{ --farg-accent: {light} }} }}\n"
    )


def link(source: Path, goal: Path) -> None:
    """The same file at another place; a copy where the system cannot link."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, goal)
    except OSError:
        shutil.copyfile(source, goal)


def write(path: Path, content: bytes) -> None:
    """A new file; one that was linked there is left alone elsewhere."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)
