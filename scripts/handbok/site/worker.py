"""The service worker: Workbox's own ready-made modules and the list of files that a copy holds, as one file.

workbox-build makes the same out of the same modules, but brings a bundler and three hundred packages to do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import md5
from pathlib import Path

MODULES = ("core", "routing", "strategies", "precaching")
"""Packages of Workbox, each after those that it needs."""
KINDS = frozenset({".html", ".css", ".js", ".svg", ".png", ".woff2", ".webmanifest"})
LEFT_OUT = re.compile(r"(?:404\.html|sw\.js|utskrift/.*|forvalta/bilder/.*)\Z")
"""What a copy does without: printed sheets weigh more than everything else together."""

_DAY = re.compile(rb'(<time )datetime="[^"]*"( data-innehallets-dag>)[^<]*')
_LIST = re.compile(r'\[(\{url:"[^\]]*\})?\]/\*filer\*/')
_ROW = re.compile(r'\{url:"([^"]*)",revision:"([0-9a-f]{32})"\}')
_MAP = re.compile(r"^//# sourceMappingURL=.*\n?", re.MULTILINE)
_OURS = """workbox.core.setCacheNameDetails({prefix:"stadforstad"});
workbox.core.clientsClaim();
self.addEventListener("message",function(sagt){if(sagt.data&&sagt.data.type==="SKIP_WAITING"){self.skipWaiting();}});
workbox.precaching.precacheAndRoute([]/*filer*/,{directoryIndex:"index.html",ignoreURLParametersMatching:[/./]});
workbox.precaching.cleanupOutdatedCaches();
"""


def worker(project: Path, revisions: Mapping[str, str]) -> str:
    """The script of a worker that keeps these files; `revisions` are by their addresses."""
    modules = project / "node_modules"
    parts = (modules / f"workbox-{name}" / "build" / f"workbox-{name}.prod.js" for name in MODULES)
    library = "".join(_MAP.sub("", part.read_text(encoding="utf-8")).strip() + "\n" for part in parts)
    return with_files(library + _OURS, revisions)


def with_files(script: str, revisions: Mapping[str, str]) -> str:
    """A worker's script with another list of files."""
    rows = ",".join(f'{{url:"{url}",revision:"{revision}"}}' for url, revision in sorted(revisions.items()))
    return _LIST.sub(lambda _: f"[{rows}]/*filer*/", script, count=1)


def files_of(script: str) -> dict[str, str]:
    """The list of a worker's script: address and revision of each file."""
    return dict(_ROW.findall(script))


def kept(folder: Path) -> Iterable[str]:
    """Addresses of the files of a finished site that a copy holds."""
    for path in sorted(folder.rglob("*")):
        address = path.relative_to(folder).as_posix()
        if path.suffix in KINDS and not LEFT_OUT.match(address):
            yield address


def revision(content: bytes) -> str:
    """What tells one version of a file from another.

    The day of the content stands on every page and changes with every edition; the script of that day gives it to
    kept pages anew, so that a page which is otherwise as it was need not be fetched again.
    """
    return md5(_DAY.sub(rb"\1\2", content), usedforsecurity=False).hexdigest()
