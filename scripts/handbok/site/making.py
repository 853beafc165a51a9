"""Everything in the site that is made and is no page: the feed, the search, modules as scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import Handbook
from ..searching import Prose, search_files
from .assets import wrapped
from .feed import feed
from .pages import address


def made_files(handbook: Handbook, project: Path, site_url: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Path from the top of the site and bytes of each."""
    yield from feed(handbook, site_url)
    yield from search_files(handbook, tuple(_prose(project / "docs")), lambda id_: address(id_, handbook))
    yield from wrapped(project)


def _prose(docs: Path) -> Iterator[Prose]:
    for path in sorted(docs.rglob("*.md")):
        yield Prose(path.relative_to(docs).with_suffix("").as_posix(), path.read_text(encoding="utf-8"))
