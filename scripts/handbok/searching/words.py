"""Words as the register keeps them.

overrides/skript/sok-ord.js does the same in the browser, and a test compares the two over every word of the content.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import snowballstemmer

_TOKEN = re.compile(r"\d{4}:\d{1,4}|[^\W_]+")
_DOTS = str.maketrans("åäáàâæöøóòôéèêëüúùûíìîïñç", "aaaaaaoooooeeeeuuuuiiiinc")
SHORTEST = 3
"""Letters that must be left when one of our own endings is taken off."""


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, in order; an SFS number is one word."""
    return _TOKEN.findall(unicodedata.normalize("NFC", text).lower())


def fold(word: str) -> str:
    """A word without its dots and accents: `ovning`."""
    return word.translate(_DOTS)


class Stemmer:
    """Snowball's Swedish stemmer, then one of our own endings, then the dots: `orosanmälningar` -> `orosanmal`."""

    def __init__(self, endings: Sequence[str] = ()) -> None:
        """`endings` are tried in order; of `el-n` only what stands after the hyphen is taken off."""
        self._endings = tuple(endings)
        self._snowball = snowballstemmer.stemmer("swedish")
        self.stem = lru_cache(maxsize=None)(self._stem)

    def __reduce__(self) -> tuple[type[Stemmer], tuple[Sequence[str]]]:
        """Handed to another process without what it remembers."""
        return Stemmer, (self._endings,)

    def _stem(self, word: str) -> str:
        """The form a word is kept under."""
        if any(sign.isdigit() for sign in word):
            return word
        found = str(self._snowball.stemWord(word))
        for ending in self._endings:
            off = len(ending.rpartition("-")[2])
            if found.endswith(ending.replace("-", "")) and len(found) - off >= SHORTEST:
                return fold(found[:-off])
        return fold(found)

    def phrase(self, text: str) -> str:
        """The stems of a text with spaces between them."""
        return " ".join(self.stem(word) for word in tokens(text))
