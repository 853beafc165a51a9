"""Nothing lies far away: every topic can be reached from the start page in three clicks."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from handbok.model import Amne, Handbook
from support import Build


def links_of(folder: Path, page: str) -> set[str]:
    tree = html.fromstring((folder / page).read_bytes())
    found = set()
    for link in tree.xpath("//a/@href"):
        parts = urlsplit(str(link))
        if not parts.scheme and parts.path.endswith(".html"):
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))))
    return {target for target in found if (folder / target).is_file()}


def test_every_topic_is_three_clicks_from_the_start(site: Build, handbook: Handbook) -> None:
    reached, edge = {"index.html"}, {"index.html"}
    for _ in range(3):
        edge = {target for page in edge for target in links_of(site.folder, page)} - reached
        reached |= edge
    topics = {f"{topic.id}.html" for topic in handbook.all(Amne)}
    assert len(topics) >= 86
    assert topics <= reached
