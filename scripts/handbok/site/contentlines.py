"""Lines of vCard (RFC 6350) and iCalendar (RFC 5545): values escaped, lines folded, ended with CR and LF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_LONGEST_LINE = 75
"""Octets: RFC 6350 section 3.2, RFC 5545 section 3.1."""


def as_file(lines: Iterable[str]) -> str:
    """Content lines as the text of a file."""
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def escaped(text: str) -> str:
    """A value of the type TEXT."""
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, each after the first begun with a space; no letter is cut in two."""
    piece = ""
    for sign in line:
        if len((piece + sign).encode()) > _LONGEST_LINE:
            yield piece
            piece = " "
        piece += sign
    yield piece
