"""Compounds cut into the words they are made of, by the handbook's own vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from .words import Stemmer

MOST_PARTS = 4
SHORTEST_WORD = 7
"""Letters of the shortest word that is cut."""
SHORTEST_FIRST, SHORTEST_LAST = 3, 4
"""Letters of the shortest parts."""
COMMON = 5
"""How often a last part of three letters, such as `lag`, must stand alone to be taken for one."""
_LINKS = "aoue"
"""Vowels that take an a's or an e's place at a seam: människ-o-handel, gat-u-adress."""

Parts = tuple[str, ...]
_Cut = tuple[int, Parts]
"""How common the rarest part is, and the stems of all parts."""


class Splitter:
    """Cuts words by a vocabulary."""

    def __init__(
        self,
        stemmer: Stemmer,
        counts: Mapping[str, int],
        stops: Iterable[str] = (),
        whole: Iterable[str] = (),
        given: Mapping[str, str] | None = None,
    ) -> None:
        """`counts`: how often each word stands alone. `whole` is never cut; `given` says how a word is cut instead."""
        self._stemmer = stemmer
        self._remember()
        self._stops = frozenset(stops)
        self._whole = frozenset(self._stem(word) for word in whole)
        self._given = {
            self._stem(word): tuple(self._stem(part) for part in parts.split()) for word, parts in (given or {}).items()
        }
        self._counts: Counter[str] = Counter()
        for word, count in counts.items():
            if len(word) >= SHORTEST_FIRST and word.isalpha() and word not in self._stops:
                self._counts[self._stem(word)] += count

    def _remember(self) -> None:
        """What is asked for again and again is worked out once."""
        self._stem = self._stemmer.stem
        self._last = cache(self._common_last)
        self.parts: Callable[[str], Parts] = cache(self._parts)
        """The stems of a compound's parts, and none for a word that is no compound."""

    def __getstate__(self) -> dict[str, Any]:
        """Handed to another process without what it remembers."""
        return {name: value for name, value in vars(self).items() if name not in ("_stem", "_last", "parts")}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._remember()

    def _parts(self, word: str) -> Parts:
        stem = self._stem(word)
        if stem in self._given:
            return self._given[stem]
        if len(word) < SHORTEST_WORD or stem in self._whole or not word.isalpha():
            return ()
        found = self._best(word, MOST_PARTS)
        return found[1] if found else ()

    def _best(self, word: str, most: int) -> _Cut | None:
        """The cut with the fewest parts; among those the one whose rarest part is the most common."""
        cuts = list(self._cuts(word, most)) if most > 1 else []
        return min(cuts, key=lambda cut: (len(cut[1]), -cut[0], cut[1]), default=None)

    def _cuts(self, word: str, most: int) -> Iterator[_Cut]:
        for seam in range(SHORTEST_FIRST, len(word) - SHORTEST_FIRST + 1):
            last, count = self._last(word[seam:])
            first = self._first(word[:seam], most - 1) if count else None
            if first:
                yield min(first[0], count), (*first[1], last)

    def _common_last(self, piece: str) -> tuple[str, int]:
        """The stem of what stands after a seam, and how common it is; 0 when it is no word of its own."""
        stem = self._stem(piece)
        count = self._counts[stem] if piece not in self._stops and len(stem) >= SHORTEST_FIRST else 0
        return stem, count if len(piece) >= SHORTEST_LAST or count >= COMMON else 0

    def _first(self, piece: str, most: int) -> _Cut | None:
        """What stands before a seam: one word with its link, or else a compound in its turn."""
        for form in _forms(piece):
            stem = self._stem(form)
            if self._counts[stem] and form not in self._stops and len(stem) >= SHORTEST_FIRST:
                return self._counts[stem], (stem,)
        inner = (self._best(form, most) for form in (piece, piece.removesuffix("s")) if len(form) >= SHORTEST_WORD)
        return next((cut for cut in inner if cut), None)


def _forms(piece: str) -> Iterator[str]:
    """A part as it may stand alone: tvångs -> tvång, människo -> människa, arbets -> arbete."""
    yield piece
    bare = piece[:-1]
    if piece.endswith("s"):
        yield bare
        yield bare + "e"
    if piece[-1] in _LINKS:
        yield bare + "a"
        yield bare + "e"
    yield piece + "a"
    yield piece + "e"
