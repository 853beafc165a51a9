"""Every address that leads out of the handbook, with the file and line where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from ..model import Handbook
from ..problems import Place

_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+")
_CODE = re.compile(r"<pre>.*?</pre>|^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def addresses(files: Sequence[tuple[str, str]]) -> dict[str, list[Place]]:
    """Address -> where it stands, from files by their shown names."""
    found: dict[str, list[Place]] = {}
    for shown, text in files:
        markdown = shown.endswith(".md")
        plain = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text) if markdown else text
        for number, line in enumerate(plain.split("\n"), 1):
            for address, column in () if not markdown and line.lstrip().startswith("#") else _in_line(line):
                found.setdefault(address, []).append(Place(shown, number, column))
    return dict(sorted(found.items()))


def _in_line(line: str) -> Iterator[tuple[str, int]]:
    for match in _ADDRESS.finditer(line):
        address = _trimmed(match[0])
        if urlsplit(address).hostname and not _reserved(address):
            yield address, match.start() + 1


def _trimmed(address: str) -> str:
    """Without the signs of a sentence after it, and without a bracket that it did not open."""
    address = address.rstrip(".,;:!?”’…*")
    while address.endswith(")") and address.count(")") > address.count("("):
        address = address[:-1].rstrip(".,;:!?”’…*")
    return address


def _reserved(address: str) -> bool:
    """Made-up addresses of examples, which nobody may register or which stand for any municipality's."""
    host = urlsplit(address).hostname or ""
    return host.endswith((".example", ".invalid", "example.com", "example.org", "exempelstad.se", "exempel.se"))


def files_of(handbook: Handbook, root: Path, docs: Path | None) -> list[tuple[str, str]]:
    """The files of the published entries and the pages of prose, as they stand."""
    names = {entry.marks.file for entry in handbook.published()} | {page.file for page in handbook.pages if docs}
    return [(name, (root / name).read_text(encoding="utf-8")) for name in sorted(names)]
