"""Numbers of paragraphs, chapters and acts: their one way of being written, their order, and their ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"\s*(\d+)\s*([a-zåäö])?\s*", re.IGNORECASE)
_SFS = re.compile(r"(\d{4}):(\d+)")
_MAX_RANGE = 80
"""A longer range is a misprint, not a range."""


def canonical(number: str) -> str:
    """`18a` and `18 A` -> `18 a`; what is no such number is only stripped."""
    found = _NUMBER.fullmatch(number.replace("\xa0", " "))
    if not found:
        return number.strip()
    return found[1] + (f" {found[2].lower()}" if found[2] else "")


def parts(number: str) -> tuple[int, str]:
    """`18 a` -> (18, "a"): the key by which paragraphs are sorted."""
    found = _NUMBER.fullmatch(number)
    return (int(found[1]), (found[2] or "").lower()) if found else (0, number)


def expand(first: str, last: str) -> tuple[str, ...]:
    """Every number of a range: `1`–`3`, `13 a`–`13 c`, `18`–`18 b`, `3 a`–`5`. Empty when it cannot be a range.

    Lettered paragraphs between two whole numbers are not known here and left out.
    """
    (low, low_letter), (high, high_letter) = parts(first), parts(last)
    if (low, low_letter) >= (high, high_letter) or high - low > _MAX_RANGE:
        return ()
    if low == high:
        return tuple(_letters(low, low_letter, high_letter))
    middle = [str(number) for number in range(low + 1, high)]
    return (canonical(first), *middle, *(_letters(high, "", high_letter)))


def _letters(number: int, first: str, last: str) -> Iterator[str]:
    """`18`, `18 a`, `18 b`: one number with its letters, from one letter to another; no letter comes first."""
    if not first:
        yield str(number)
    start = ord(first) if first else ord("a")
    for code in range(start, ord(last) + 1 if last else start):
        yield f"{number} {chr(code)}"


def sfs_key(sfs: str) -> tuple[int, int]:
    """The order in which acts were issued."""
    found = _SFS.search(sfs)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def slug(number: str) -> str:
    """`18 a` -> `18a`, as it stands in an id."""
    return re.sub(r"\s+", "", number).lower()
