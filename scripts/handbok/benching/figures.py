"""Medians, ratios and aims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

STAGES = {
    "Läser och kontrollerar innehållet": "validera",
    "Trycker bladen": "blad",
    "Gör sökregistret": "sokregister",
    "Bygger sidorna": "sidor",
    "Lägger webbplatsen på plats": "plats",
}
"""What a build calls its stages, and what the figures call them; a stage not named here keeps its name."""

RATIO_AIM = 1.25
"""Our site may take this many times as long as a plain mkdocs build of the same pages."""
PRINT_AIM = 0.12
"""A first print run may take this many seconds for each page and core."""
KEPT_AIM = 1.0
"""A print run with nothing changed may take this many seconds."""
GROWTH_AIM = 1.1
"""Time may grow this many times as fast as size: linear, and a tenth for what no one can help."""

SIZES = {
    "validera": "kilobytes",
    "sidor": "pages",
    "sokregister": "pages",
    "blad_kallt": "sheets",
    "blad_cache": "sheets",
    "mattstock": "pages",
}
"""What the time of a stage should grow with."""


@dataclass(frozen=True)
class Round:
    """All that was measured on a handbook of one size."""

    factor: int
    entries: int
    pages: int
    sheets: int
    printed_pages: int
    """Of the PDF files, each counted once."""
    kilobytes: int
    seconds: Mapping[str, float]
    processor: Mapping[str, float] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """Our site against the yardstick."""
        return self.seconds["sidor"] / self.seconds["mattstock"]

    @property
    def processor_ratio(self) -> float:
        """The same in processor time, which other work on the machine disturbs less."""
        return self.processor["sidor"] / self.processor["mattstock"]

    @property
    def whole_ratio(self) -> float:
        """From process start to end, checking of the content included."""
        return self.seconds["hela_bygget"] / self.seconds["hela_mattstocken"]

    def a_printed_page(self, cores: int) -> float:
        """Seconds for each printed page and core, when nothing is printed yet; the Word files are made meanwhile."""
        return self.seconds["blad_kallt"] * cores / self.printed_pages


def medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each stage."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def named(seconds: Mapping[str, float]) -> dict[str, float]:
    """The stages by the names that the figures use."""
    return {STAGES.get(name, name): length for name, length in seconds.items()}


def growth(small: Round, large: Round) -> dict[str, float]:
    """How many times as fast as size time grew, by stage: 1 is linear, less means that some of it is a fixed cost.

    In processor time where one process does it all; sheets are printed by several, and counted on the wall.
    """
    one, other = _costs(small), _costs(large)
    shared = [name for name in SIZES if name in one and name in other]
    return {name: other[name] / one[name] / _size(name, small, large) for name in shared}


def _costs(round_: Round) -> dict[str, float]:
    return {**round_.seconds, **round_.processor}


def _size(stage: str, small: Round, large: Round) -> float:
    """How many times as much there is for a stage to do."""
    return float(getattr(large, SIZES[stage]) / getattr(small, SIZES[stage]))
