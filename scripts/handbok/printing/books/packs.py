"""Packs: a leader's guide to a step and its sheets in the numbers that a core group needs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...model import Arbetspass, Handbook, Mall, Ovning, Steg
from ...problems import Stop
from ...rendering import Renderer
from ..forms import Edition
from .chapters import Maker, bound
from .order import of_step
from .shelf import Book
from .volumes import Drawer

GROUP = 8
"""People in the core group that a pack is made for."""
_EACH = re.compile(r"\bper (person|part|organisation|verksamhet|gäst)\b|\bvar\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
WHOLE = "hela-metoden"
WHOLE_TITLE = "Stad för stad – pack för hela metoden"


@dataclass(frozen=True)
class Share:
    """A sheet of a pack, and how many."""

    mall: Mall
    copies: int

    @property
    def pages(self) -> int:
        """Printed pages of all copies."""
        return self.copies * len(self.mall.blad)


@dataclass(frozen=True)
class Pack:
    """What a step needs on the table."""

    step: Steg
    sessions: tuple[Arbetspass, ...]
    exercises: tuple[Ovning, ...]
    sheets: tuple[Share, ...]
    """The sheets of the step."""
    cards: tuple[Share, ...]
    """Pocket cards, the same for every step."""

    @property
    def name(self) -> str:
        """`pack-steg-6`: the files' name."""
        return f"pack-steg-{self.step.ordning}"

    @property
    def shares(self) -> tuple[Share, ...]:
        """Everything to print."""
        return (*self.sheets, *(card for card in self.cards if card not in self.sheets))

    @property
    def minutes(self) -> int:
        """Length of all exercises together."""
        return sum(exercise.minuter for exercise in self.exercises)

    @property
    def material(self) -> tuple[str, ...]:
        """What to bring, each thing once."""
        things = [thing for session in self.sessions for thing in session.ta_med]
        things += [thing for exercise in self.exercises for thing in exercise.material]
        return tuple(dict.fromkeys(things))

    @property
    def paper(self) -> Counter[str]:
        """How many pages of each paper everything takes."""
        return paper_of(self.shares)

    @property
    def own_paper(self) -> Counter[str]:
        """How many pages of each paper the sheets of the step take."""
        return paper_of(self.sheets)


def packs(handbook: Handbook) -> Iterator[Pack]:
    """One pack for each step."""
    cards = tuple(_share(mall) for mall in handbook.all(Mall) if mall.fickkort)
    for step in handbook.all(Steg):
        entries = tuple(of_step(handbook, step))
        exercises = tuple(entry for entry in entries if isinstance(entry, Ovning))
        sessions = tuple(entry for entry in entries if isinstance(entry, Arbetspass))
        ids = [*(id_ for exercise in exercises for id_ in exercise.mallar), *step.mallar]
        malls = [mall for id_ in dict.fromkeys(ids) if (mall := handbook.find(id_))]
        yield Pack(step, sessions, exercises, tuple(map(_share, malls)), cards)


def loose(handbook: Handbook) -> tuple[Share, ...]:
    """The sheets that belong to no step, which the pack for the whole method has once: the cards, and some more."""
    taken = {share.mall.id for pack in packs(handbook) for share in pack.sheets}
    return tuple(_share(mall) for mall in handbook.all(Mall) if mall.id not in taken)


def _share(mall: Mall) -> Share:
    return Share(mall, copies(mall))


def paper_of(shares: Iterable[Share]) -> Counter[str]:
    """How many pages of each paper these sheets take."""
    found: Counter[str] = Counter()
    for share in shares:
        found[share.mall.papper] += share.pages
    return found


def copies(mall: Mall) -> int:
    """How many of a sheet a group of eight needs: one each where the sheet says so, else one for every small group.

    A sheet for two to four people is needed twice; one for eight or more, or without a number, once.
    """
    if _EACH.search(mall.deltagare):
        return GROUP
    most = max((int(number) for number in _NUMBER.findall(mall.deltagare)), default=GROUP)
    return math.ceil(GROUP / most) if 0 < most < GROUP else 1


def chosen(handbook: Handbook, wish: str) -> list[Pack]:
    """The packs that `--pack` asks for: `steg/6`, `steg/lokal-samverkansplan` or `alla`."""
    every = list(packs(handbook))
    found = [one for one in every if wish in ("alla", one.step.id, f"steg/{one.step.ordning}")]
    if not found:
        known = ", ".join(f"steg/{one.step.ordning}" for one in every)
        raise Stop(f"Det finns inget pack för ”{wish}”. Skriv ett av {known}, eller alla.")
    return found


def guide(pack: Pack, renderer: Renderer, docs: Path, edition: Edition) -> Book:
    """The leader's guide: what is in the pack, the step, its exercises."""
    title = f"Stad för stad – pack för {pack.step.nummer.lower()}: {pack.step.titel}"
    drawer = Drawer(renderer, edition, title, "Pack")
    chapters = bound([Maker(renderer, docs).step(pack.step)])
    front = drawer.sheaf("pack", pack=pack, kapitel=chapters, grupp=GROUP)
    return Book(f"{pack.name}-guide", title, (front, *drawer.chapters(chapters), drawer.sheaf("kolofon")))


def overview(every: Iterable[Pack], renderer: Renderer, edition: Edition) -> Book:
    """The first pages of the pack for the whole method."""
    drawer = Drawer(renderer, edition, WHOLE_TITLE, "Pack")
    rest = loose(renderer.handbook)
    front = drawer.sheaf("packen", packen=tuple(every), grupp=GROUP, losa=rest, papper=paper_of(rest))
    return Book(f"pack-{WHOLE}-guide", WHOLE_TITLE, (front,))
