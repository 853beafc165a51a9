"""Charts of statistics: where each mark, line and label stands. The template draws; nothing here is HTML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..model.statistik import Serie, Statistik
from .swedish import number

WIDTH, HEIGHT = 680, 340
LEFT, RIGHT, TOP, BOTTOM = 52, 24, 26, 40
SHAPES = ("cirkel", "kvadrat", "romb", "triangel", "kors", "plus")
"""Series are told apart by shape, so that the chart can be read in grey."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)
_MOST_TICKS = 6
_NUMBER_HEIGHT = 26


@dataclass(frozen=True)
class Mark:
    """One value: its spot, what stands by it, whether it is preliminary."""

    x: float
    y: float
    text: str
    preliminar: bool
    under: bool = False
    """Whether its number stands under it, since another mark is close above."""


@dataclass(frozen=True)
class Drawn:
    """A series: its shape, its marks, and the line between them when the counting never changed."""

    serie: Serie
    form: str
    marks: tuple[Mark, ...]
    line: str


@dataclass(frozen=True)
class Chart:
    """All of a chart; spots in the units of its view box."""

    width: int
    height: int
    left: int
    right: int
    floor: float
    years: tuple[tuple[float, int, bool], ...]
    """Spot, year, and whether any series has a value for it."""
    ticks: tuple[tuple[float, str], ...]
    series: tuple[Drawn, ...]


def chart(statistik: Statistik) -> Chart:
    """The chart of an entry, years evenly spaced and the scale from nought."""
    found = [value for serie in statistik.serier for value in serie.varden]
    years = range(min(value.ar for value in found), max(value.ar for value in found) + 1)
    top = _top(max((value.varde or 0 for value in found), default=0))
    across = (WIDTH - LEFT - RIGHT) / max(len(years), 1)
    spots = {year: round(LEFT + across * (place + 0.5), 1) for place, year in enumerate(years)}
    series = tuple(
        _drawn(serie, SHAPES[place % len(SHAPES)], spots, top) for place, serie in enumerate(statistik.serier)
    )
    series = _parted(series)
    known = {value.ar for value in found if value.varde is not None}
    return Chart(
        WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM,
        tuple((spots[year], year, year in known) for year in years),
        tuple((_height(value, top), number(value)) for value in _ticks(top)),
        series,
    )  # fmt: skip


def _drawn(serie: Serie, form: str, spots: dict[int, float], top: float) -> Drawn:
    marks = tuple(
        Mark(spots[value.ar], _height(value.varde, top), number(value.varde), value.preliminar)
        for value in serie.varden
        if value.varde is not None
    )
    line = " ".join(f"{mark.x},{mark.y}" for mark in marks) if serie.linje else ""
    return Drawn(serie, form, marks, line)


def _parted(series: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    """The same with numbers that would cover one another set apart."""
    marks = [mark for drawn in series for mark in drawn.marks]
    crowded = {
        (mark.x, mark.y)
        for mark in marks
        if any(other.x == mark.x and 0 < mark.y - other.y < _NUMBER_HEIGHT for other in marks)
    }
    return tuple(
        replace(drawn, marks=tuple(replace(mark, under=(mark.x, mark.y) in crowded) for mark in drawn.marks))
        for drawn in series
    )


def _height(value: float, top: float) -> float:
    return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top, 1)


def _step(highest: float) -> int:
    return next((step for step in _STEPS if highest / step <= _MOST_TICKS), _STEPS[-1])


def _top(highest: float) -> float:
    """The highest tick: the first even one at or over the highest value."""
    step = _step(max(highest, 1))
    return float(step * -(-max(highest, 1) // step))


def _ticks(top: float) -> Iterator[float]:
    step = _step(top)
    for place in range(int(top // step) + 1):
        yield float(place * step)
