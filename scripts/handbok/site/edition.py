"""The edition being built: its handbook, its renderer, and what the build has told about it."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NoReturn

from ..changes.history import history, kept_shares
from ..checking import PROJECT, read_and_check
from ..local.about import about_facts
from ..model import Handbook
from ..problems import Stop, as_text, has_errors
from ..rendering import Renderer
from ..rendering.plain import PLAIN
from .glossary import Glossary
from .making import searched

OVERRIDES = PROJECT / "overrides"
PAUSE = 1.0
"""Seconds between two looks for newer files: every macro of every page asks which edition it is."""


@dataclass(frozen=True)
class Edition:
    """One handbook on its way to becoming a site."""

    handbook: Handbook
    renderer: Renderer
    project: Path = PROJECT

    @property
    def mother(self) -> bool:
        """Whether other editions are made from this one: then it keeps its slots open and its parts marked."""
        return bool(self.renderer.settings["moder"])

    @cached_property
    def glossary(self) -> Glossary:
        """The terms to mark."""
        return Glossary(self.handbook)

    @cached_property
    def search(self) -> tuple[tuple[str, bytes], ...]:
        """The search's files; none where other editions are made from this one, since each finds its own."""
        return () if self.mother else searched(self.handbook, self.project)

    @cached_property
    def slot(self) -> Callable[[str], str]:
        """What the edition says of itself in a slot that every page has, drawn once: its template -> HTML."""
        return cache(self.renderer.draw)


@dataclass
class _Current:
    edition: Edition | None = None
    newest: float = 0.0
    """When what was read was last changed; infinity when the build itself said what is being built."""
    looked: float = float("-inf")
    trouble: str = ""
    """What is wrong with the content that was read, when no edition could be made of it."""
    faults: list[str] = field(default_factory=list)


_current = _Current()


def facts_of(project: Path) -> dict[str, Any]:
    """What every edition can say of the handbook itself."""
    return {**about_facts(project), "historik": history(project), "utveckling": kept_shares(project)}


def begin(handbook: Handbook, settings: Mapping[str, Any]) -> Edition:
    """Say what is being built; called by the build before MkDocs starts."""
    published = handbook.published()
    facts = {**facts_of(PROJECT), **settings}
    _current.edition = Edition(published, Renderer(published, OVERRIDES, facts))
    _current.newest = float("inf")
    return _current.edition


def current() -> Edition:
    """The edition being built; read again when a file is newer (plain `mkdocs serve`).

    Raises Stop when the content has errors: a handbook with errors is never rendered.
    """
    if _current.newest != float("inf") and time.monotonic() - _current.looked > PAUSE:
        _look_again()
        _current.looked = time.monotonic()
    if _current.edition is None:
        raise Stop(_current.trouble)
    return _current.edition


def _look_again() -> None:
    """Read what is newer than what was read, faults and all."""
    newest = _newest()
    if newest <= _current.newest:
        return
    handbook, problems = read_and_check(PROJECT / "content", PROJECT / "docs")
    if has_errors(problems):
        _current.edition, _current.trouble = None, as_text(problems)
    else:
        begin(handbook, PLAIN)
    _current.newest = newest


def fail(fault: str) -> NoReturn:
    """Remember why drawing failed, since MkDocs wraps what it catches, and stop."""
    _current.faults.append(fault)
    raise Stop(fault)


def faults() -> list[str]:
    """Why drawing failed, in our own words."""
    return list(_current.faults)


def _newest() -> float:
    """When anything under content/, docs/ or overrides/ was last changed, in seconds."""
    folders = (PROJECT / "content", PROJECT / "docs", OVERRIDES)
    return max(path.stat().st_mtime for folder in folders for path in folder.rglob("*") if path.is_file())
