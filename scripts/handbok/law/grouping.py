"""Tokens of a note -> groups of paragraphs and of whole chapters, between the words that say what happens to them.

A chapter carries over to every number after it until the next chapter or the next semicolon.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from .numbering import canonical, expand, parts
from .tokens import Token


@dataclass(frozen=True)
class Number:
    """A number of a paragraph or a chapter; `certain` is false where the note is badly written."""

    text: str
    certain: bool = True


@dataclass(frozen=True)
class Group:
    """Numbers that stand together: paragraphs of one chapter, or, when `whole`, chapters."""

    chapter: str | None
    numbers: tuple[Number, ...]
    whole: bool = False


@dataclass
class _Reading:
    """Where the reader is: the chapter that holds, and the numbers whose meaning is not known yet."""

    chapter: str | None = None
    pending: list[Number] = field(default_factory=list)
    chapters: list[Number] = field(default_factory=list)
    unclosed: bool = False
    """Whether numbers stand after a chapter without the paragraph sign that closes them."""
    comma: bool = True
    dash: bool = False
    signed: bool = False
    """Whether a paragraph sign came last."""


def groups(words: Iterable[Token]) -> Iterator[Group | Token]:
    """Groups and, between them, the words that are no numbers."""
    at = _Reading()
    for word in words:
        if word.kind in _IN_NUMBERS:
            yield from _IN_NUMBERS[word.kind](at, word)
        elif word.kind != "fyllnad":
            if word.kind in ("den-nya", "nuvarande", "ny") and not at.comma:
                yield from _open(at)
            yield from _flush(at)
            if word.kind == "semikolon":
                at = _Reading()
            yield word
    yield from _flush(at)


def _number(at: _Reading, word: Token) -> Iterator[Group | Token]:
    """A number or a lone letter: the next of a list, the end of a range, or the first after a chapter."""
    yield from _open(at)
    if word.kind == "bokstav" and not at.pending:
        if not at.signed:  # a letter after the paragraph sign (`2 § b`) is a point of the paragraph
            yield replace(word, kind="okant")
    elif word.kind == "bokstav":
        _letter(at, word.value)
    elif at.dash and at.pending:
        _range(at, canonical(word.value))
    else:
        _next(at, canonical(word.value))
    at.comma = at.dash = at.signed = False


def _open(at: _Reading) -> Iterator[Group]:
    """Numbers are to follow a chapter, so it is not meant as a whole; of several the last one holds."""
    if at.chapters:
        *others, last = at.chapters
        if others:
            yield Group(None, tuple(Number(number.text, False) for number in others), whole=True)
        at.chapter, at.chapters, at.unclosed = last.text, [], True


def _next(at: _Reading, number: str) -> None:
    """One more number; two without a comma between them are both in doubt (`2 10 §§`)."""
    glued = bool(at.pending) and not at.comma
    if glued:
        at.pending[-1] = Number(at.pending[-1].text, False)
    at.pending.append(Number(number, not glued))


def _range(at: _Reading, last: str) -> None:
    first = at.pending.pop()
    whole = expand(first.text, last)
    found = whole or (first.text, last)
    at.pending += [Number(number, first.certain and bool(whole)) for number in found]


def _letter(at: _Reading, letter: str) -> None:
    """`10 h, i §§`: the letter goes with the number before; after a bare number (`5, b`) both are in doubt."""
    number, before = parts(at.pending[-1].text)
    if not before:
        at.pending[-1] = Number(at.pending[-1].text, False)
    at.pending.append(Number(f"{number} {letter}", bool(before) and letter > before))


def _chapter(at: _Reading, word: Token) -> Iterator[Group]:
    """`kap.`: what stood before were chapters, unless a paragraph sign is missing in between."""
    if at.chapters and not at.pending:
        return
    numbers, at.pending = at.pending, []
    if at.unclosed and len(numbers) > 1:
        yield Group(at.chapter, tuple(Number(number.text, False) for number in numbers[:-1]))
        numbers = numbers[-1:]
    elif at.unclosed and at.chapter is not None:
        yield Group(None, (Number(at.chapter, False),), whole=True)
    at.chapters, at.chapter, at.unclosed, at.comma = numbers, None, False, False


def _whole_chapters(at: _Reading) -> Iterator[Group]:
    """Chapters that no number follows are meant as a whole."""
    if at.chapters:
        yield Group(None, tuple(at.chapters), whole=True)
        at.chapters = []


def _flush(at: _Reading) -> Iterator[Group]:
    """What is pending belongs together here."""
    yield from _whole_chapters(at)
    if at.pending:
        yield Group(at.chapter, tuple(at.pending))
        at.pending, at.unclosed = [], False
    at.comma, at.dash = True, False


def _comma(at: _Reading, word: Token) -> Iterator[Group]:
    yield from _whole_chapters(at)
    at.comma, at.signed = True, False


def _dash(at: _Reading, word: Token) -> Iterator[Group]:
    at.dash = True
    yield from ()


def _sign(at: _Reading, word: Token) -> Iterator[Group]:
    """The paragraph sign closes what stands before it."""
    yield from _flush(at)
    at.unclosed, at.signed = False, True


_IN_NUMBERS: dict[str, Callable[[_Reading, Token], Iterator[Group | Token]]] = {
    "tal": _number,
    "bokstav": _number,
    "komma": _comma,
    "och": _comma,
    "streck": _dash,
    "kap": _chapter,
    "paragraf": _sign,
}
"""What each word among numbers does."""
