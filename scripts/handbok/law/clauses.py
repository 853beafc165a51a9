"""One clause of a note: its verb, the groups under it, its headings, and the acts it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .grouping import Group
from .tokens import Token

Spot = tuple[str | None, str | None]
"""Chapter and paragraph; no paragraph means the whole chapter."""


class Slag(StrEnum):
    """What happens to a paragraph."""

    UPPHAVD = "upphävd"
    OMNUMRERAD = "omnumrerad"
    ANDRAD = "ändrad"
    NY = "ny"
    OLAST = "oläst"


class Heading(StrEnum):
    """Where a clause is in a list of headings."""

    NONE = ""
    OPEN = "the next group is the heading's"
    AFTER_NUMBERS = "a heading before a paragraph has gone by"
    AFTER_CHAPTERS = "a heading of a chapter has gone by"


@dataclass(frozen=True)
class Listed:
    """A group under a verb; after a heading it may be one more heading."""

    group: Group
    verb: Slag | None
    after_heading: bool


@dataclass
class Clause:
    """What a clause says, as far as it has been read."""

    verb: Slag | None = None
    heading: Heading = Heading.NONE
    listed: list[Listed] = field(default_factory=list)
    old_from: int | None = None
    """Where in `listed` the numbers after `nuvarande` begin."""
    pairs: list[tuple[list[Group], list[Group]]] = field(default_factory=list)
    """Old groups and the new ones they get their numbers from."""
    renumbering: bool = False
    amends: str | None = None
    starts: bool = False
    """It sets or moves the day another act starts."""
    moved: bool = False
    start_of: str | None = None
    start_groups: list[Group] = field(default_factory=list)
    lapses: str | None = None
    lapsed: bool = False
    utgar: bool = False
    unread: list[str] = field(default_factory=list)


_VERBS = {"upph": Slag.UPPHAVD, "andr": Slag.ANDRAD, "ny": Slag.NY, "utgar": Slag.UPPHAVD}


def read_clause(items: Sequence[Group | Token], targets: frozenset[Spot]) -> Clause:
    """A clause; `targets` are the numbers that the note gives anew, before which `nya` is no verb."""
    clause = Clause()
    for position, item in enumerate(items):
        if isinstance(item, Group):
            _group(clause, item)
        elif not (item.kind == "ny" and _only_marks(clause, items[position + 1 :], targets)):
            _HANDLERS[item.kind](clause, item)
    return clause


def _only_marks(clause: Clause, rest: Sequence[Group | Token], targets: frozenset[Spot]) -> bool:
    """Whether `nya` means the paragraph under its new number, as in `ändr. nya 1 b, 2, 5 §§`."""
    if clause.heading is Heading.OPEN or clause.renumbering:
        return True
    following = next((item for item in rest if isinstance(item, Group)), None)
    if clause.verb is not Slag.ANDRAD or following is None:
        return False
    return not following.whole and (following.chapter, following.numbers[0].text) in targets


def _group(clause: Clause, group: Group) -> None:
    if clause.starts:
        clause.start_groups.append(group)
    elif clause.renumbering and _size(clause.pairs[-1][1]) < _size(clause.pairs[-1][0]):
        clause.pairs[-1][1].append(group)
    elif clause.heading is Heading.OPEN:
        clause.heading = Heading.AFTER_CHAPTERS if group.whole else Heading.AFTER_NUMBERS
    elif clause.heading is Heading.AFTER_CHAPTERS and group.whole:
        return
    else:
        after = clause.heading is Heading.AFTER_NUMBERS
        clause.heading = clause.heading if after else Heading.NONE
        clause.listed.append(Listed(group, clause.verb, after))


def _size(found: Iterable[Group]) -> int:
    """How many numbers groups hold: when every old one has its new one, a list goes on under its verb."""
    return sum(len(group.numbers) for group in found)


def _verb(clause: Clause, word: Token) -> None:
    clause.renumbering, clause.heading = False, Heading.NONE
    clause.verb = _VERBS[word.kind]
    clause.utgar = clause.utgar or word.kind == "utgar"


def _heading(clause: Clause, word: Token) -> None:
    clause.renumbering = False
    clause.heading = Heading.OPEN


def _current(clause: Clause, word: Token) -> None:
    """`nuvarande`: old numbers follow, unless it only describes a heading."""
    if clause.heading is not Heading.OPEN:
        clause.renumbering, clause.heading = False, Heading.NONE
        clause.old_from = len(clause.listed)


def _becomes(clause: Clause, word: Token) -> None:
    """`betecknas`: what stands since `nuvarande`, or else the last group, is given the numbers that follow."""
    begin = clause.old_from if clause.old_from is not None else len(clause.listed) - 1
    taken = clause.listed[max(begin, 0) :]
    if not taken:  # points of a transition rule get new numbers, not paragraphs
        clause.heading = Heading.OPEN
        return
    clause.listed = clause.listed[: max(begin, 0)]
    clause.pairs.append(([listed.group for listed in taken], []))
    clause.renumbering, clause.old_from = True, None


def _other_act(clause: Clause, word: Token) -> None:
    if clause.starts and word.how in ("i", "av", "till"):
        clause.start_of = word.value
        clause.moved = word.how != "av"
    if word.how == "i":
        clause.amends = word.value
    elif word.how == "genom":
        clause.lapsed = True
    elif word.how == "":
        clause.lapses = word.value


def _start(clause: Clause, word: Token) -> None:
    clause.starts, clause.renumbering, clause.heading = True, False, Heading.NONE


def _end_of_list(clause: Clause, word: Token) -> None:
    clause.renumbering = False


def _unread(clause: Clause, word: Token) -> None:
    clause.unread.append(word.text)


def _nothing(clause: Clause, word: Token) -> None:
    return


_HANDLERS: dict[str, Callable[[Clause, Token], None]] = {
    **dict.fromkeys(_VERBS, _verb),
    "rubrik": _heading,
    "satts": _heading,
    "omtryck": _heading,
    "nuvarande": _current,
    "betecknas": _becomes,
    "sfs": _other_act,
    "start": _start,
    "annat": _end_of_list,
    "avser": _nothing,
    "den-nya": _nothing,
    "okant": _unread,
}


def renumbered(clauses: Iterable[Clause]) -> frozenset[Spot]:
    """The numbers that a note gives anew."""
    pairs = (new for clause in clauses for _, news in clause.pairs for new in news)
    return frozenset((group.chapter, number.text) for group in pairs for number in group.numbers)
