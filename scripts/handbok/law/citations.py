"""Where a text cites which paragraph of which act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from .acts import Act, Acts
from .numbering import canonical, expand, slug
from .phrases import ARTICLE, COLON, NUMBER, ORDINALS, SIGNED, act_pattern, chain

_PIECES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (ARTICLE, SIGNED, COLON))
_CHAIN = re.compile(
    rf"(?<![\wåäöÅÄÖ:/.§-])(?:{chain(ARTICLE)}|{chain(SIGNED)}|{chain(COLON)})(?![\wåäö])", re.IGNORECASE
)
_SIGN = re.compile(r"§|:\s?\d|\bart", re.IGNORECASE)
"""What no citation lacks; most texts do, and are left at once."""
_IN_LIST = re.compile(rf"(?P<first>{NUMBER})(?:\s?[-–—]\s?(?P<last>{NUMBER}))?", re.IGNORECASE)
_WORD = re.compile(r"(?<![\wåäöÅÄÖ])[\wåäöÅÄÖ]")
_TO_ACT = re.compile(r"\s+(?:(?:i|till|av)\s+)?")
_FROM_ACT = re.compile(r",?\s+")
_FARTHEST_NAME = 120
"""How far before a paragraph the name of its act may begin."""


@dataclass(frozen=True)
class Cited:
    """A stretch of a citation that names one paragraph, or a range that cannot be parted."""

    start: int
    end: int
    chapter: str | None
    paragraphs: tuple[str, ...]
    stycken: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Citation:
    """A whole citation: where it stands, the act, and its stretches in order."""

    start: int
    end: int
    text: str
    act: Act
    parts: tuple[Cited, ...]
    others: tuple[Act, ...] = ()
    """Acts that bear the same name, such as one that this act replaced."""

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of every paragraph cited."""
        return tuple(id_ for part in self.parts for id_ in part.ids)


def citations(text: str, acts: Acts) -> Iterator[Citation]:
    """Every citation of a known act in a text, in order. A number that no act bears is no citation."""
    if not _SIGN.search(text):
        return
    for found in _CHAIN.finditer(text):
        pieces = tuple(_pieces(found))
        after, before = _act_after(found, acts), _act_before(found, acts)
        if after and before and before.beside and len(pieces) > 1:  # OSL 10 kap. 1 § och 3 § LVU
            yield from _cite(text, pieces[:-1], before)
            yield from _cite(text, pieces[-1:], after)
        elif spot := after or before:
            yield from _cite(text, pieces, spot)


@dataclass(frozen=True)
class _Named:
    """Where an act is named, and which acts the name may mean: none when its number is unknown."""

    start: int
    end: int
    bearers: tuple[Act, ...]
    beside: bool = True
    """No comma stands between the name and the paragraph."""


def _act_after(found: re.Match[str], acts: Acts) -> _Named | None:
    gap = _TO_ACT.match(found.string, found.end())
    name = _name(acts).match(found.string, gap.end()) if gap else None
    return _Named(name.start(), name.end(), _bearers(name, acts)) if name else None


def _act_before(found: re.Match[str], acts: Acts) -> _Named | None:
    """The longest name that ends right before a chain."""
    text, end = found.string, found.start()
    for word in _WORD.finditer(text, max(0, end - _FARTHEST_NAME), end):
        name = _name(acts).match(text, word.start(), end)
        gap = _FROM_ACT.fullmatch(text, name.end(), end) if name else None
        if name and gap:
            return _Named(name.start(), name.end(), _bearers(name, acts), "," not in gap[0])
    return None


def _cite(text: str, pieces: tuple[re.Match[str], ...], named: _Named) -> Iterator[Citation]:
    """One citation of some pieces of a chain and their act; the name belongs to the stretch beside it."""
    if not named.bearers:
        return
    parts = list(_parts(pieces, named.bearers[0]))
    start, end = min(parts[0].start, named.start), max(parts[-1].end, named.end)
    parts[0] = replace(parts[0], start=start)
    parts[-1] = replace(parts[-1], end=end)
    yield Citation(start, end, text[start:end], named.bearers[0], tuple(parts), named.bearers[1:])


def paragraph_id(act: Act, chapter: str | None, paragraph: str) -> str:
    """`lagrum/osl-10-18a`, or `lagrum/lvu-3` in an act without chapters."""
    middle = f"-{slug(chapter)}" if chapter else ""
    return f"lagrum/{act.slug}{middle}-{slug(paragraph)}"


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(act_pattern(list(names)), re.IGNORECASE)


def _name(acts: Acts) -> re.Pattern[str]:
    return _pattern(acts.names)


def _bearers(found: re.Match[str], acts: Acts) -> tuple[Act, ...]:
    """The acts a match may mean. A number decides; without one the name does."""
    number = found["number1"] or found["number2"] or found["number3"]
    if number:
        return (acts.by_number[number],) if number in acts.by_number else ()
    return acts.named(found["name"])


def _pieces(found: re.Match[str]) -> Iterator[re.Match[str]]:
    """The links of a chain: each a chapter with its list, a colon form or an article."""
    position = found.start()
    while position < found.end():
        matches = (pattern.match(found.string, position, found.end()) for pattern in _PIECES)
        piece = next((match for match in matches if match), None)
        if piece:
            yield piece
        position = piece.end() if piece else position + 1


def _parts(pieces: Iterable[re.Match[str]], act: Act) -> Iterator[Cited]:
    """The stretches of a chain; a chapter holds until the next one."""
    chapter: str | None = None
    for piece in pieces:
        chapter = canonical(piece["chapter"]) if piece.groupdict().get("chapter") else chapter
        yield from _listed(piece, chapter, act)


def _listed(piece: re.Match[str], chapter: str | None, act: Act) -> Iterator[Cited]:
    """A stretch for each number of a list; the first begins at the chapter, the last ends at the sign."""
    plain = re.sub(r"\.\d+(\s?[a-h])?", _blank, piece["list"])  # artikel 6.1 c is found as article 6
    numbers = list(_IN_LIST.finditer(plain))
    stycken = _stycken(piece.groupdict().get("stycke") or "")
    for number in numbers:
        offset = piece.start("list")
        start = piece.start() if number is numbers[0] else offset + number.start()
        end = piece.end() if number is numbers[-1] else offset + number.end()
        first = canonical(number["first"])
        found = (expand(first, number["last"]) or (first, canonical(number["last"]))) if number["last"] else (first,)
        ids = tuple(paragraph_id(act, chapter, paragraph) for paragraph in found)
        yield Cited(start, end, chapter, found, stycken if number is numbers[-1] else (), ids)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _stycken(text: str) -> tuple[str, ...]:
    """`andra stycket 3` -> (`2 p. 3`,); `första och andra styckena` -> (`1`, `2`); `st. 2` -> (`2`,)."""
    plain = re.split(r",?\s+\w+\s+meningen", text.lower())[0]
    ordinals, found, points = plain.partition("styck")
    numbers = re.findall(r"\d+", points if found else plain)
    if not found:
        return tuple(numbers[:1])
    words = [str(ORDINALS.index(word) + 1) for word in re.findall("|".join(ORDINALS), ordinals)]
    return tuple(f"{word} p. {point}" for word in words for point in numbers) or tuple(words)
