"""The figure of a plan: where each bar and month stands. The template draws; nothing here is HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..model import Handbook, Steg, Tidsplan
from ..model.intervals import add_months
from ..model.tidsplan import Period
from .swedish import month

WIDTH = 320
"""Little wider than a small phone, so that its words can be read there."""
LEFT, RIGHT, TOP = 6, 6, 26
ROW, BAR = 36, 12


@dataclass(frozen=True)
class Bar:
    """A step in the figure: its bar, and its words above it."""

    period: Period
    steg: Steg | None
    x: float
    y: float
    width: float
    nar: str
    """`månad 3–5`, or the months themselves when the plan has a start."""


@dataclass(frozen=True)
class Timetable:
    """All of a figure; spots in the units of its view box."""

    width: int
    height: int
    left: int
    top: int
    bar: int
    months: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]


def timetable(plan: Tidsplan, handbook: Handbook, edition: Mapping[str, Any]) -> Timetable:
    """The figure of a plan; with a start month, the months have their names."""
    start = edition.get("start")
    across = (WIDTH - LEFT - RIGHT) / plan.manader
    months = tuple((round(LEFT + across * number, 1), str(number + 1)) for number in range(plan.manader))
    bars = tuple(
        Bar(
            period,
            handbook.find(period.steg),
            round(LEFT + across * (period.fran - 1), 1),
            TOP + ROW * row,
            round(across * period.manader, 1),
            when(period, start),
        )
        for row, period in enumerate(plan.perioder)
    )
    return Timetable(WIDTH, TOP + ROW * len(bars), LEFT, TOP, BAR, months, bars)


def when(period: Period, start: date | None) -> str:
    """The months of a period in words."""
    if start is None:
        return f"månad {period.fran}" if period.manader == 1 else f"månad {period.fran}–{period.till}"
    first, last = (month(add_months(start, number - 1)) for number in (period.fran, period.till))
    return first if first == last else f"{first}–{last}"
