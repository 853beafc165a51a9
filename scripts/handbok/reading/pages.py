"""Pages of prose under docs/: which entries and types they call for."""

from __future__ import annotations

import re
from pathlib import Path

from ..model import Call, Page
from ..problems import Place, Problem
from .files import read_text, shown_path

_CALL = re.compile(r"\{\{\s*(\w+)\(\s*(?:(['\"])(.*?)\2)?")
_LINK = re.compile(r"\]\((?:\.\./)*([a-z0-9-]+/[a-z0-9-]+)\.md(?:#[^)]*)?\)")


def read_pages(docs: Path, root: Path) -> tuple[tuple[Page, ...], list[Problem]]:
    """Every Markdown page under docs/, with its macro calls and their places."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        shown = shown_path(path, root)
        text, faults = read_text(path, shown)
        problems += faults
        address = path.relative_to(docs).with_suffix("").as_posix()
        pages.append(Page(shown, address, tuple(_calls(text or "", shown))))
    return tuple(pages), problems


def _calls(text: str, shown: str) -> list[Call]:
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        for match in _CALL.finditer(line):
            found.append(Call(match[1], match[3] or "", Place(shown, number, match.start() + 1)))
        for match in _LINK.finditer(line):
            found.append(Call("länk", match[1], Place(shown, number, match.start() + 1)))
    return found
