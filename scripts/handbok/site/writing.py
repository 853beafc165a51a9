"""For a generator without hooks: the generated pages written to disk before it builds, its folder finished after."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..model import Handbook
from ..rendering.plain import PLAIN
from .about import about_pages
from .assets import assets
from .finishing import finish
from .glossary import Glossary
from .making import made_files, searched
from .pages import pages, redirect


def write_pages(handbook: Handbook, docs: Path, project: Path) -> None:
    """Write under `docs` all pages of entries, those at old addresses, what else is made, and files from packages."""
    for page in pages(handbook):
        _write(docs / page.path, page.markdown.encode())
    for path, markdown in about_pages():
        _write(docs / path, markdown.encode())
    for old, new in handbook.moved.items():
        _write(docs / f"{old}.html", redirect(old, new, handbook).encode())
    for path, content in (*searched(handbook, project), *made_files(handbook, project, PLAIN)):
        _write(docs / path, content)
    for address, source in assets(project):
        target = docs / address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def finish_folder(folder: Path, handbook: Handbook) -> None:
    """Finish every page of a built site where it lies."""
    glossary = Glossary(handbook)
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        done = finish(html, path.relative_to(folder).as_posix(), handbook, glossary)
        _write(path, done.html.encode())
        for inline, text in done.files.items():
            _write(folder / inline, text.encode())


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
