"""Figures: everything drawn stands inside the picture, no text over another box, and ways back are found."""

from __future__ import annotations

import re

import pytest

from handbok.model import Figur, Handbook
from handbok.rendering.figures import NARROW, WIDE, draw
from handbok.rendering.figures.canvas import SIZES, folded
from handbok.rendering.figures.flows import _ranks, _ways_back

WIDTHS = {"bred": WIDE, "smal": NARROW}


@pytest.fixture
def figures(handbook: Handbook) -> tuple[Figur, ...]:
    return handbook.all(Figur)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_everything_stands_inside_the_picture(figures: tuple[Figur, ...], width: int) -> None:
    assert len(figures) >= 9
    for figure in figures:
        drawing = draw(figure, width)
        for words in drawing.words:
            longest = max(map(len, words.lines)) * SIZES[words.voice] * 0.5
            left = words.x - {"start": 0, "middle": longest / 2, "end": longest}[words.anchor]
            assert left >= -2, (figure.id, words)
            assert left + longest <= width + 6, (figure.id, words)
            assert words.y + words.step * (len(words.lines) - 1) <= drawing.height, (figure.id, words)
        for shape in drawing.shapes:
            x, y = map(float, re.match(r"M(-?[\d.]+) (-?[\d.]+)", shape.d).groups())  # type: ignore[union-attr]
            assert -1 <= x <= width + 1, (figure.id, shape)
            assert -1 <= y <= drawing.height + 1, (figure.id, shape)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_word_of_the_parts_is_drawn(figures: tuple[Figur, ...], width: int) -> None:
    for figure in figures:
        drawn = " ".join(line for words in draw(figure, width).words for line in words.lines)
        for part in figure.delar:
            for text in (part.rubrik, part.text or ""):
                assert all(word in drawn for word in text.split()), (figure.id, text)


def test_neighbours_that_look_alike_are_drawn_as_one_and_every_way_keeps_its_head(figures: tuple[Figur, ...]) -> None:
    for figure in figures:
        drawing = draw(figure, WIDE)
        assert "".join(layer.d for layer in drawing.layers) == "".join(shape.d for shape in drawing.shapes)
        heads = [shape for shape in drawing.shapes if shape.role == "pil"]
        assert [layer for layer in drawing.layers if layer.role == "pil"] == heads
        assert sorted((w.x, w.y) for _, those in drawing.voices for w in those) == sorted(
            (w.x, w.y) for w in drawing.words
        )


def test_a_way_back_is_no_way_forward(handbook: Handbook) -> None:
    figure = handbook["figur/arendets-vag"]
    assert isinstance(figure, Figur)
    assert _ways_back(figure) == {("uppfoljning", "samtal")}
    ranks = _ranks(figure)
    assert ranks["trygghet-nu"] == ranks["barn"] == 1
    assert ranks["uppfoljning"] == max(ranks.values())


def test_text_is_folded_to_its_width() -> None:
    assert folded("ett två tre fyra fem", 60, "text") == ("ett två", "tre fyra", "fem")
    assert folded(None, 60, "text") == ()
