"""For a generator without hooks: the generated pages written to disk before it builds, its folder finished after."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..model import Handbook
from .assets import assets
from .finishing import finish
from .pages import pages, redirect


def write_pages(handbook: Handbook, docs: Path, project: Path) -> None:
    """Write the page of every entry, the pages at old addresses and the files from packages under `docs`."""
    for page in pages(handbook):
        _write(docs / page.path, page.markdown)
    for old, new in handbook.moved.items():
        _write(docs / f"{old}.html", redirect(old, new, handbook))
    for address, source in assets(project):
        target = docs / address
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def finish_folder(folder: Path, handbook: Handbook) -> None:
    """Finish every page of a built site where it lies."""
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        _write(path, finish(html, path.relative_to(folder).as_posix(), handbook))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
