"""A note of an amendment register -> which paragraphs an amending act changes, and what it does to other acts.

The grammar is that of the Government Offices' registers: clauses parted by semicolons, each with a verb (`upph.`,
`nuvarande … betecknas …`, `ändr.`, `ny`), numbers, and headings, which change no paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from .clauses import Clause, Listed, Slag, Spot, read_clause, renumbered
from .grouping import Group, Number, groups
from .numbering import parts
from .tokens import Token, tokens


@dataclass(frozen=True)
class Change:
    """What a note says of one paragraph, or of one whole chapter."""

    chapter: str | None
    paragraph: str | None
    slag: Slag
    certain: bool = True
    became: Spot | None = None
    """The new number, told of the old one."""
    was: Spot | None = None
    """The old number, told of the new one."""
    after_heading: bool = False
    """It stands after a heading, where one more heading and one more paragraph look the same."""
    amends: str | None = None
    """The amending act that is altered before it starts: the change counts at that act's day."""

    @property
    def spot(self) -> Spot:
        """Chapter and paragraph."""
        return (self.chapter, self.paragraph)


@dataclass(frozen=True)
class Start:
    """That this entry sets the day of another act, or of some of its paragraphs."""

    sfs: str | None
    spots: tuple[Spot, ...] = ()
    moved: bool = False
    """Whether a day that was set before is altered."""


@dataclass(frozen=True)
class Note:
    """All that one note says."""

    changes: tuple[Change, ...] = ()
    starts: tuple[Start, ...] = ()
    lapses: tuple[str, ...] = ()
    """Acts that never come to be, by this one."""
    lapsed: bool = False
    """Whether this act itself never came to be."""
    unread: tuple[str, ...] = ()
    """Words outside the grammar; a note with any of these is not wholly read."""


def read_note(text: str, chapters: bool) -> Note:
    """What a note says. `chapters`: whether the act has chapters, so that a number without one is in doubt."""
    parts_ = _split(list(groups(tokens(text))))
    first = [read_clause(items, frozenset()) for items in parts_]
    targets = renumbered(first)
    clauses = [read_clause(items, targets) for items in parts_] if targets else first
    found = chain.from_iterable(_changes(clause) for clause in clauses)
    doubted = [replace(change, certain=False) if chapters and _no_chapter(change) else change for change in found]
    return Note(
        tuple(_without_headings(doubted)),
        tuple(_starts(clauses)),
        tuple(clause.lapses for clause in clauses if clause.utgar and clause.lapses),
        any(clause.utgar and clause.lapsed for clause in clauses),
        tuple(word for clause in clauses for word in clause.unread),
    )


def _split(items: Sequence[Group | Token]) -> list[list[Group | Token]]:
    """The items of each clause."""
    clauses: list[list[Group | Token]] = [[]]
    for item in items:
        if isinstance(item, Token) and item.kind == "semikolon":
            clauses.append([])
        else:
            clauses[-1].append(item)
    return clauses


def _no_chapter(change: Change) -> bool:
    return change.chapter is None


def _changes(clause: Clause) -> Iterator[Change]:
    """Every change of a clause: renumberings first, as the register has them."""
    for old, new in clause.pairs:
        yield from (replace(change, amends=clause.amends) for change in _renumberings(old, new))
    for listed in clause.listed:
        yield from (replace(change, amends=clause.amends) for change in _listed(listed))


def _listed(listed: Listed) -> Iterator[Change]:
    slag = listed.verb or Slag.ANDRAD
    certain = listed.verb is not None and not listed.after_heading
    if listed.group.whole:
        for number in listed.group.numbers:
            yield Change(number.text, None, slag, certain and number.certain, after_heading=listed.after_heading)
        return
    for number in _in_order(listed.group.numbers):
        yield Change(
            listed.group.chapter, number.text, slag, certain and number.certain, after_heading=listed.after_heading
        )


def _in_order(numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers, with doubt where one does not come after the one before: lists are written in order."""
    found = list(numbers)
    for position, (before, after) in enumerate(pairwise(found)):
        if parts(before.text) >= parts(after.text):
            found[position : position + 2] = [replace(before, certain=False), replace(after, certain=False)]
    yield from found


def _renumberings(old: Sequence[Group], new: Sequence[Group]) -> Iterator[Change]:
    """`nuvarande A betecknas B`: a line for A and a line for B; in doubt when the lists differ in length."""
    before, after = list(_spots(old)), list(_spots(new))
    certain = len(before) == len(after)
    if not certain:
        yield from (Change(*spot, Slag.OMNUMRERAD, False) for spot in (*before, *after))
        return
    for was, became in zip(before, after, strict=True):
        yield Change(*was, Slag.OMNUMRERAD, became=became)
        yield Change(*became, Slag.OMNUMRERAD, was=was)


def _spots(found: Iterable[Group]) -> Iterator[Spot]:
    for group in found:
        for number in group.numbers:
            yield (number.text, None) if group.whole else (group.chapter, number.text)


def _without_headings(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes, without the numbers after a heading that the note names as changed anyway."""
    named = {change.spot for change in changes if not change.after_heading}
    yield from (change for change in changes if not change.after_heading or change.spot not in named)


def _starts(clauses: Iterable[Clause]) -> Iterator[Start]:
    for clause in clauses:
        if clause.starts:
            yield Start(clause.start_of, tuple(_spots(clause.start_groups)), clause.moved)
