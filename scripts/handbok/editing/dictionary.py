"""A Swedish dictionary in Hunspell's form: whether a word is one, alone or put together of others.

Only what Swedish needs of the format is read: suffixes in up to two steps, and compounds by their flags.
Source of the format: hunspell(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

BEGIN, MIDDLE, END, ONLY_INSIDE, NEEDS_AFFIX, FORBIDDEN = "X", "U", "Y", "Z", "¤", "%"
SHORTEST_PART = 3
MOST_PARTS = 4


@dataclass(frozen=True)
class _Suffix:
    """Take `strip` off a stem that fits, put `add` on; the form then has flags of its own."""

    flag: str
    strip: str
    add: str
    flags: str
    fits: re.Pattern[str]


class Dictionary:
    """Words and suffixes of one language."""

    def __init__(self, folder: Path) -> None:
        """Read index.aff and index.dic of a folder."""
        self._words: dict[str, list[str]] = {}
        for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
            word, _, flags = line.partition("\t")[0].partition("/")
            self._words.setdefault(word, []).append(flags)
        self._suffixes: dict[str, list[_Suffix]] = {}
        for suffix in _suffixes((folder / "index.aff").read_text(encoding="utf-8")):
            self._suffixes.setdefault(suffix.add, []).append(suffix)
        self._longest = max(map(len, self._suffixes))
        self._forms = lru_cache(maxsize=200_000)(self._forms_of)

    def knows(self, word: str) -> bool:
        """Whether a word is Swedish: as it stands, in lower case, or as a compound of words that are."""
        return any(
            self._simple(form) or self._compound(form, MOST_PARTS) for form in dict.fromkeys((word, word.lower()))
        )

    def _simple(self, word: str) -> bool:
        forms = self._forms(word, 2)
        banned = any(FORBIDDEN in flags for flags in forms)
        return not banned and any(ONLY_INSIDE not in flags for flags in forms)

    def _compound(self, word: str, parts: int, place: str = BEGIN) -> bool:
        if parts < 2:
            return False
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            if any(place in flags for flags in self._forms(word[:cut], 1)):
                for rest in _rests(word, cut):
                    if any(END in flags for flags in self._forms(rest, 2)) or self._compound(rest, parts - 1, MIDDLE):
                        return True
        return False

    def _forms_of(self, word: str, steps: int) -> tuple[str, ...]:
        """The flags of every way in which a word is made with so many suffixes at most."""
        found = [flags for flags in self._words.get(word, ()) if NEEDS_AFFIX not in flags]
        return (*found, *self._suffixed(word, steps)) if steps else tuple(found)

    def _suffixed(self, word: str, steps: int) -> Iterator[str]:
        for length in range(min(self._longest, len(word)) + 1):
            for suffix in self._suffixes.get(word[len(word) - length :], ()):
                stem = word[: len(word) - length] + suffix.strip
                if stem and suffix.fits.search(stem):
                    bare = self._words.get(stem, ())
                    inner = self._forms(stem, steps - 1) if steps > 1 else ()
                    if any(suffix.flag in flags for flags in (*bare, *inner)):
                        yield suffix.flags


def _rests(word: str, cut: int) -> Iterator[str]:
    """What follows a first part; of three equal letters one is left out, as in fallucka."""
    yield word[cut:]
    if word[cut - 1] == word[cut - 2]:
        yield word[cut - 1] + word[cut:]


def _suffixes(text: str) -> Iterator[_Suffix]:
    for line in text.splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            _, flag, strip, added, condition = parts[:5]
            add, _, flags = added.partition("/")
            fits = re.compile("" if condition == "." else f"(?:{condition})$")
            yield _Suffix(flag, "" if strip == "0" else strip, "" if add == "0" else add, flags, fits)
