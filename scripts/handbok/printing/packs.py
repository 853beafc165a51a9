"""Packs: a leader's guide to a step and its sheets in the numbers that a core group needs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Handbook, Mall, Ovning, Steg
from ..problems import Stop
from ..rendering import Renderer
from .book import Book
from .bookorder import of_step
from .bookparts import Maker, bound
from .booktext import Drawer
from .forms import Edition

GROUP = 8
"""People in the core group that a pack is made for."""
_EACH = re.compile(r"\bper (person|part|organisation|verksamhet|gäst)\b|\bvar\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
WHOLE = "hela-metoden"


@dataclass(frozen=True)
class Share:
    """A sheet of a pack: how many, and the words of the sheet that this rests on."""

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
    exercises: tuple[Ovning, ...]
    shares: tuple[Share, ...]

    @property
    def name(self) -> str:
        """`pack-steg-6`: the files' name."""
        return f"pack-steg-{self.step.ordning}"

    @property
    def minutes(self) -> int:
        """Length of all exercises together."""
        return sum(exercise.minuter for exercise in self.exercises)

    @property
    def material(self) -> tuple[str, ...]:
        """What to bring, each thing once."""
        return tuple(dict.fromkeys(thing for exercise in self.exercises for thing in exercise.material))

    @property
    def paper(self) -> Counter[str]:
        """How many pages of each paper the sheets take."""
        found: Counter[str] = Counter()
        for share in self.shares:
            found[share.mall.papper] += share.pages
        return found


def packs(handbook: Handbook) -> Iterator[Pack]:
    """One pack for each step."""
    for step in handbook.all(Steg):
        exercises = tuple(entry for entry in of_step(handbook, step) if isinstance(entry, Ovning))
        ids = [*(id_ for exercise in exercises for id_ in exercise.mallar), *step.mallar]
        malls = [mall for id_ in dict.fromkeys(ids) if (mall := handbook.find(id_))]
        yield Pack(step, exercises, tuple(Share(mall, copies(mall)) for mall in malls))


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
    title = "Stad för stad – pack för hela metoden"
    drawer = Drawer(renderer, edition, title, "Pack")
    return Book(f"pack-{WHOLE}-guide", title, (drawer.sheaf("packen", packen=tuple(every), grupp=GROUP),))
