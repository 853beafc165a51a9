"""The register: which word stands in which field of which document, as plain lists for JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import Sokregler
from .compounds import Splitter
from .documents import Document
from .fields import Role
from .words import Stemmer, fold, tokens

FIELDS = ("titel", "ord", "kort", "text", "efterled", "forled", "del", "id", "hanvisar", "telefon")
"""The fields of the register, by number: four for what a text says of its entry; the parts of compounds, in headings
the last by itself since it says what the thing is, in running text all together; then ids, ids referred to, and
telephone numbers."""
_NUMBER = {name: number for number, name in enumerate(FIELDS)}
_HEADINGS = (Role.TITEL, Role.ORD)

Postings = dict[str, dict[int, Counter[int]]]
"""Word -> field -> document -> how often."""


@dataclass
class Register:
    """What is found where, while it is being gathered."""

    postings: Postings = field(default_factory=dict)
    lengths: list[list[int]] = field(default_factory=list)

    def add(self, word: str, number: int, document: int) -> None:
        """One more of a word in a field of a document."""
        where = self.postings.get(word)
        if where is None:
            where = self.postings[word] = {}
        found = where.get(number)
        if found is None:
            found = where[number] = Counter()
        found[document] += 1
        self.lengths[document][number] += 1

    def listed(self) -> list[list[Any]]:
        """Every word with its fields: `[word, [field, step, step, -times, …], …]`.

        A step is the distance from the document before; a negative number says how often the word stands there when
        that is more than once.
        """
        return listed(self.postings)


def listed(postings: Postings) -> list[list[Any]]:
    """Postings as lists, in the order of their words."""
    return [
        [word, *([number, *_steps(found)] for number, found in sorted(where.items()))]
        for word, where in sorted(postings.items())
    ]


def _steps(found: Counter[int]) -> Iterator[int]:
    before = -1
    for document, times in sorted(found.items()):
        yield document - before
        if times > 1:
            yield -times
        before = document


@dataclass(frozen=True)
class Reader:
    """How texts become words of the register."""

    stemmer: Stemmer
    splitter: Splitter

    @classmethod
    def of(cls, documents: Iterable[Document], rules: Sokregler) -> Reader:
        """The reader of a handbook: its own words are what compounds are cut by."""
        stemmer = Stemmer(rules.andelser)
        counts = Counter(word for document in documents for _, text in document.texts for word in tokens(text))
        return cls(stemmer, Splitter(stemmer, counts, (*rules.stoppord, *rules.inga_delar), rules.hela, rules.delas))


def register(documents: Sequence[Document], reader: Reader, first: int = 0) -> Register:
    """The register of all documents, numbered from `first`; lengths before that are none."""
    made = Register(lengths=[[0] * len(FIELDS) for _ in range(first + len(documents))])
    for number, document in enumerate(documents, first):
        made.add(document.id, _NUMBER["id"], number)
        for ref in document.refs:
            made.add(ref, _NUMBER["hanvisar"], number)
        for role, text in document.texts:
            if role is Role.TELEFON:
                made.add(_digits(text), _NUMBER["telefon"], number)
            else:
                _add_text(made, reader, role, text, number)
    return made


def _add_text(made: Register, reader: Reader, role: Role, text: str, document: int) -> None:
    for word in tokens(text):
        made.add(reader.stemmer.stem(word), _NUMBER[role], document)
        *first, last = reader.splitter.parts(word) or ("",)
        for part in first:
            made.add(part, _NUMBER["forled" if role in _HEADINGS else "del"], document)
        if last:
            made.add(last, _NUMBER["efterled" if role in _HEADINGS else "del"], document)


def _digits(number: str) -> str:
    """A telephone number as it is kept: digits only, the country's own form."""
    return "".join(sign for sign in number if sign.isdigit())


def vocabulary(documents: Iterable[Document]) -> list[str]:
    """Every word of the content in the form it is written, for tests and for tending the search."""
    return sorted({word for document in documents for _, text in document.texts for word in tokens(text)})


def folded(phrases: Iterable[str]) -> list[str]:
    """Phrases as the browser compares them: words in lower case without dots, one space between."""
    return sorted({" ".join(fold(word) for word in tokens(phrase)) for phrase in phrases})
