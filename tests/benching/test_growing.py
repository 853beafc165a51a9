"""The content many times over: as many entries as wanted, each referring to its own kind of copy, and no fault."""

from __future__ import annotations

import shutil

import pytest

from handbok.benching.growing import can_be_copied, grow
from handbok.checking import read_and_check
from handbok.model import Handbook, Lagrum, Ovning, Steg
from handbok.problems import Level
from support import PROJECT, TODAY

FACTOR = 3


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Handbook, Handbook]:
    folder = tmp_path_factory.mktemp("vaxt")
    shutil.copytree(PROJECT / "content", folder / "content")
    before, _ = read_and_check(folder / "content", PROJECT / "docs", root=folder, today=TODAY)
    grow(before, folder / "content", FACTOR)
    after, problems = read_and_check(folder / "content", PROJECT / "docs", root=folder, today=TODAY)
    assert [str(problem) for problem in problems if problem.level is Level.FEL] == []
    return before, after


def test_every_entry_that_may_be_copied_stands_there_so_many_times(pair: tuple[Handbook, Handbook]) -> None:
    before, after = pair
    copied = sum(can_be_copied(type(entry)) for entry in before)
    assert len(after) == len(before) + (FACTOR - 1) * copied


def test_steps_and_rows_of_tables_are_not_copied(pair: tuple[Handbook, Handbook]) -> None:
    before, after = pair
    assert [step.id for step in after.all(Steg)] == [step.id for step in before.all(Steg)]


def test_a_copy_refers_to_copies_however_the_reference_is_written(pair: tuple[Handbook, Handbook]) -> None:
    before, after = pair
    for exercise in before.all(Ovning):
        copy = after[f"{exercise.id}-x2"]
        assert isinstance(copy, Ovning)
        assert copy.mallar == tuple(f"{sheet}-x2" if sheet in before else sheet for sheet in exercise.mallar)


def test_paragraphs_are_not_copied(pair: tuple[Handbook, Handbook]) -> None:
    before, after = pair
    assert [paragraph.id for paragraph in after.all(Lagrum)] == [paragraph.id for paragraph in before.all(Lagrum)]


def test_copies_have_order_numbers_of_their_own(pair: tuple[Handbook, Handbook]) -> None:
    _, after = pair
    places = [(exercise.steg, exercise.ordning) for exercise in after.all(Ovning)]
    assert len(places) == len(set(places))


def test_the_originals_are_left_alone(pair: tuple[Handbook, Handbook]) -> None:
    before, after = pair
    assert all(after[entry.id].titel == entry.titel for entry in before)


def test_only_what_has_an_upper_bound_cannot_be_copied() -> None:
    assert not can_be_copied(Steg)
    assert can_be_copied(Ovning)
