"""The register cut in pieces, so that a question fetches what it asks for and no more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from .register import FIELDS

Row = Sequence[Any]
"""A word, then the places where it stands, field by field."""

PIECE = 5_500
"""Signs of a piece of words, about: two kilobytes when a server has packed it."""
TEXTS_IN_PIECE = 32
"""Documents whose texts lie in one piece."""

_BY_NAME = frozenset(FIELDS.index(name) for name in ("hanvisar", "telefon"))
"""Fields that hold ids and numbers, not words; they are asked for whole and are few."""
_ID = FIELDS.index("id")
"""The field that the list of documents tells already."""


def parted(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Words with the places where they stand, and ids and numbers with theirs; each row with its own fields only."""
    words: list[Row] = []
    few: list[Row] = []
    for word, *places in rows:
        as_word = [steps for steps in places if steps[0] not in _BY_NAME and steps[0] != _ID]
        by_name = [steps for steps in places if steps[0] in _BY_NAME]
        words += [[word, *as_word]] if as_word else []
        few += [[word, *by_name]] if by_name else []
    return words, few


def cut(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows in pieces of about the same size, in their order."""
    pieces: list[list[Row]] = [[]]
    size = 0
    for row in rows:
        if size > PIECE:
            pieces.append([])
            size = 0
        pieces[-1].append(row)
        size += len(json.dumps(row[1:], separators=(",", ":")))
    return pieces


def context_pieces(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts of documents, so many in each piece."""
    for first in range(0, len(texts), TEXTS_IN_PIECE):
        yield list(texts[first : first + TEXTS_IN_PIECE])


def front_coded(words: Sequence[str]) -> str:
    """Words in order, each as one sign for how much of the word before it begins with, and the rest.

    The sign is `0` and so many on in Unicode; a line break stands between words.
    """
    before = ""
    lines = []
    for word in words:
        shared = next((n for n, (a, b) in enumerate(zip(before, word, strict=False)) if a != b), len(before))
        lines.append(chr(ord("0") + shared) + word[shared:])
        before = word
    return "\n".join(lines)
