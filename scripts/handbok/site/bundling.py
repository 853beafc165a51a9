"""The site as one zip file for a USB stick or a shared folder, with a file to start from that anybody finds."""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..rendering.swedish import day
from .theme import guarded

NAME = "stad-for-stad.zip"
TOP = "Stad för stad"
"""The folder that unpacking gives."""
START = "Öppna handboken.html"
INNER = "handbok"
"""The folder of the site, beside the start file."""

_ONLY_ON_SERVERS = {"sw.js", "kopia.json", "handbok.webmanifest", "404.html", "bygge.json", "robots.txt"}
_PACKED = {".gz", ".br"}
_EARLIEST = 315532800
"""1980-01-01, before which zip files know no time."""


def write_zip(site: Path, goal: Path, content: date) -> None:
    """Write the zip file beside and put it in place whole. Same site, same bytes."""
    made = time.gmtime(max(int(os.environ["SOURCE_DATE_EPOCH"]), _EARLIEST))[:6]
    beside = goal.with_name(f".{goal.name}-{os.getpid()}")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, data in _files(site, content):
                entry = zipfile.ZipInfo(f"{TOP}/{name}", made)
                entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
                archive.writestr(entry, data)
        beside.replace(goal)
    finally:
        beside.unlink(missing_ok=True)


def _files(site: Path, content: date) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each, the start file first; nothing that only a server has use for."""
    yield START, start_page(content).encode()
    for path in sorted(site.rglob("*")):
        inner = path.relative_to(site).as_posix()
        if path.is_file() and inner not in _ONLY_ON_SERVERS and path.suffix not in _PACKED:
            yield f"{INNER}/{inner}", path.read_bytes()


def start_page(content: date) -> str:
    """Leads to the first page by itself, and by a link where browsers do not follow."""
    goal = f"{INNER}/index.html"
    return guarded(
        '<!doctype html>\n<html lang="sv"><head><meta charset="utf-8"><title>Öppna handboken Stad för stad</title>'
        f'<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="0; url={goal}"></head>'
        f'<body><h1>Stad för stad</h1><p><a href="{goal}">Öppna handboken</a></p><p>Innehållet är från {day(content)}. '
        "Packa upp hela zip-filen först; i en zip-fil som bara är öppnad fungerar inte länkarna.</p></body></html>\n"
    )
