"""Charts: marks stand where their numbers say, missing years are told, kinds are told apart by shape."""

from __future__ import annotations

import pytest

from handbok.model import Handbook, Statistik
from handbok.rendering.charts import chart
from handbok.rendering.swedish import number


@pytest.fixture
def statistics(handbook: Handbook) -> tuple[Statistik, ...]:
    return handbook.all(Statistik)


def test_every_value_has_its_mark_at_its_height(statistics: tuple[Statistik, ...]) -> None:
    assert statistics
    for statistic in statistics:
        drawn = chart(statistic)
        top_y, top = drawn.ticks[-1]
        highest = float(top.replace("\N{NO-BREAK SPACE}", "").replace(",", "."))
        for series in drawn.series:
            given = [value for value in series.serie.varden if value.varde is not None]
            assert len(series.marks) == len(given)
            for mark, value in zip(series.marks, given, strict=True):
                assert mark.text == number(value.varde or 0)
                share = (drawn.floor - mark.y) / (drawn.floor - top_y)
                assert share == pytest.approx((value.varde or 0) / highest, abs=0.01)
            assert bool(series.line) == series.serie.linje


def test_a_year_without_a_value_is_told(handbook: Handbook) -> None:
    national = handbook["statistik/nationellt-misstankta-fall"]
    assert isinstance(national, Statistik)
    years = {year: known for _, year, known in chart(national).years}
    assert list(years) == list(range(min(years), max(years) + 1))
    assert not years[2020]


def test_series_differ_by_shape(statistics: tuple[Statistik, ...]) -> None:
    for statistic in statistics:
        shapes = [series.form for series in chart(statistic).series]
        assert len(set(shapes)) == len(shapes)
