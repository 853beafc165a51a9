"""Spelling, words to avoid and long sentences in the texts of entries.

A word that has lost its å, ä or ö, and a word that the editorial rules forbid, are errors. A word that no dictionary
knows and a very long sentence are only told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from pathlib import Path
from typing import Any

from ..model import Begrepp, Entry, Handbook, texts
from ..problems import Level, Place, Problem
from ..reading.yaml_tree import parse
from .dictionary import Dictionary

LONGEST = 30
"""Words of a sentence that is told to be long."""
WORDS_FILE = "ordlista.yml"
_SEARCH_FIELDS = ("synonymer", "forkortningar", "undvik", "alias", "aldre_namn")
_NOT_OURS = ("kalla", "lagandring")
"""Types whose words are other people's: titles of works and names of acts."""
_NO_WORDS = re.compile(
    r"https?://\S+|\]\([^)]*\)|`[^`]*`|\S+@\S+|\b[\w-]+/[\w/-]+|"
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:se|com|org|eu|net|int|fi)\b\S*|\b\w*\d\w*\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTED = re.compile(r"”[^”]*”|\*[^*]*\*|\"[^\"]*\"")
_SAID_OLD = re.compile(
    r"\b(?:hette|heter|kallades|aldrig|kallas|säger|tidigare|före den|efter juni|sökord)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?:;\n]+")


@dataclass(frozen=True)
class Words:
    """content/ordlista.yml: words that are right though no dictionary has them, and words to avoid."""

    right: frozenset[str] = frozenset()
    avoid: Mapping[str, str] = field(default_factory=dict)


def words_of(content: Path) -> Words:
    """The word list; empty where there is none."""
    path = content / WORDS_FILE
    tree: Any = parse(path.read_text(encoding="utf-8"), WORDS_FILE).value if path.is_file() else None
    found = tree if isinstance(tree, dict) else {}
    return Words(frozenset(str(word).lower() for word in found.get("godkanda") or ()), dict(found.get("undvik") or {}))


@dataclass
class Verdicts:
    """What was found out about words, for the next time: right ones, wrong ones, and what those should have been.

    What a word should have been depends on the handbook's own terms; the rest on the dictionary alone.
    """

    right: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)
    better: dict[str, str | None] = field(default_factory=dict)


class Language:
    """Judges the texts of one handbook."""

    def __init__(self, handbook: Handbook, words: Words, dictionary: Path, verdicts: Verdicts) -> None:
        """`dictionary` is the folder of one, read when a word is met that has no verdict yet; `verdicts` grow."""
        self.handbook, self.words, self.verdicts = handbook, words, verdicts
        self._folder = dictionary
        named = [(one.rubrik, *one.synonymer, *one.forkortningar, *one.undvik) for one in handbook.all(Begrepp)]
        self._right = {word.lower() for row in named for text in row for word in _WORD.findall(text)} | words.right

    @property
    def own_words(self) -> frozenset[str]:
        """Words that are right though no dictionary has them: the handbook's terms and those of its word list."""
        return frozenset(self._right)

    @cached_property
    def dictionary(self) -> Dictionary:
        """The dictionary itself; reading it takes a second."""
        return Dictionary(self._folder)

    def problems(self) -> Iterator[Problem]:
        """Everything that is to be told, by entry."""
        for entry in self.handbook:
            if entry.tabell or entry.publicering == "utkast":
                continue
            for path, text in texts(entry):
                if path[0] not in _SEARCH_FIELDS and (" " in text or text[:1].isupper()):
                    yield from self._of_text(entry, path, text)

    def _of_text(self, entry: Entry, path: tuple[str | int, ...], text: str) -> Iterator[Problem]:
        place = entry.marks.place(*path)
        if entry.typ not in _NOT_OURS:
            yield from self._avoided(text, place)
        plain = _NO_WORDS.sub(" ", text)
        for match in _WORD.finditer(plain):
            yield from self._spelt(match, plain, place)
        for sentence in _SENTENCE.findall(plain):
            if (length := len(sentence.split())) > LONGEST:
                begin = " ".join(sentence.split()[:6])
                message = f"meningen ”{begin} …” har {length} ord. Dela den"
                yield Problem(place, "lang-mening", message, Level.VARNING)

    def _avoided(self, text: str, place: Place) -> Iterator[Problem]:
        for sentence in _SENTENCE.findall(_QUOTED.sub(" ", text)):
            for word, instead in self.words.avoid.items():
                if re.search(rf"\b{word}\b", sentence, re.IGNORECASE) and not _SAID_OLD.search(sentence):
                    yield Problem(place, "ord-att-undvika", f"”{word}” används inte. Skriv {instead}")

    def _spelt(self, match: re.Match[str], text: str, place: Place) -> Iterator[Problem]:
        word = match[0]
        if word.isupper() or self._is_right(word):
            return
        begins = re.search(r"(?:^|[.!?:\n”(])\W*$", text[max(0, match.start() - 4) : match.start()])
        if word[0].isupper() and not begins:
            return
        better = self._better(word)
        if better:
            yield Problem(place, "tappade-prickar", f"”{word}” har tappat å, ä eller ö. Skriv ”{better}”")
        elif word.islower():
            message = f"”{word}” finns inte i ordboken. Rätta det, eller lägg ordet i content/{WORDS_FILE}"
            yield Problem(place, "okant-ord", message, Level.VARNING)

    def _is_right(self, word: str) -> bool:
        low = word.lower()
        if low in self._right or low in self.verdicts.right:
            return True
        if word not in self.verdicts.wrong and (self.dictionary.knows(word) or self._joined(low)):
            self.verdicts.right.add(low)
            return True
        self.verdicts.wrong.add(word)
        return False

    def _better(self, word: str) -> str | None:
        """The word with its dots, when that is one."""
        low = word.lower()
        if low not in self.verdicts.better:
            self.verdicts.better[low] = self._with_dots(word)
        return self.verdicts.better[low]

    def _joined(self, word: str) -> bool:
        """A compound whose parts are long and known, though the dictionary does not let them join."""
        for cut in range(4, len(word) - 4):
            first, last = word[:cut], word[cut:]
            firsts = (first, f"{first}a", f"{first}e", first.removesuffix("s"))
            if any(self.dictionary.knows(part) for part in firsts) and self.dictionary.knows(last):
                return True
        return False

    def _with_dots(self, word: str) -> str | None:
        """The word as it would be with å, ä or ö in some places, when that is one."""
        low = word.lower()
        spots = [number for number, sign in enumerate(low) if sign in "aoe"][:6]
        for signs in product(*({"a": "aäå", "o": "oö", "e": "eé"}[low[spot]] for spot in spots)):
            tried = list(low)
            for spot, sign in zip(spots, signs, strict=True):
                tried[spot] = sign
            other = "".join(tried)
            if other != low and (other in self._right or self.dictionary.knows(other)):
                return other
        return None
