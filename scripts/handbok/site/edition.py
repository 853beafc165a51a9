"""The edition being built: its handbook, its renderer, and what the build has told about it."""

from __future__ import annotations

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
    newest = _newest() if _current.newest != float("inf") else _current.newest
    if _current.edition is None or newest > _current.newest:
        handbook, problems = read_and_check(PROJECT / "content", PROJECT / "docs")
        if has_errors(problems):
            raise Stop(as_text(problems))
        begin(handbook, PLAIN)
        _current.newest = newest
    assert _current.edition is not None
    return _current.edition


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
