"""Everything in the site that is made and is no page: feed, data, calendars, survey, modules, signposts; the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model import Handbook
from ..searching import Prose, search_files
from .assets import libraries
from .calendar import calendars
from .dating import day_script
from .exports import exports
from .feed import feed
from .pages import address
from .survey import survey
from .wayfinding import wayfinding


def made_files(handbook: Handbook, project: Path, edition: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Path from the top of the site and bytes of each; `edition` are its facts as templates see them."""
    yield from feed(handbook, edition["adress"])
    yield from exports(handbook)
    yield from calendars(handbook, edition)
    yield from survey(handbook)
    yield from libraries(project)
    yield from day_script(handbook)
    yield from wayfinding(handbook, project, edition)


def searched(handbook: Handbook, project: Path) -> tuple[tuple[str, bytes], ...]:
    """Path and bytes of the search's own files."""
    return tuple(search_files(handbook, prose(project / "docs"), lambda id_: address(id_, handbook)))


def prose(docs: Path) -> tuple[Prose, ...]:
    """Every page of prose, for the search."""
    return tuple(
        Prose(path.relative_to(docs).with_suffix("").as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(docs.rglob("*.md"))
    )
