"""Registers of both shapes: what is in them, what is missing, and what is no register."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handbok.law.files import read_register, saved
from handbok.law.registers import NotARegister, from_mapping
from handbok.problems import Stop
from law.registers_for_tests import DATA, plain_yaml, register

COUNTS = {
    "rattsbaser/1942-740.json": (394, 125),
    "rattsbaser/1984-387.json": (52, 0),
    "rattsbaser/1990-52.json": (44, 1),
    "rattsbaser/2005-716.json": (103, 14),
    "rattsbaser/2006-97.json": (110, 3),
    "rattsbaser/2009-400.json": (380, 33),
    "rattsbaser/2010-800.json": (110, 3),
    "rattsbaser/2025-400.json": (4, 0),
    "rattsbaser/tidigare/2010-800.json": (107, 2),
    "rattsbaser/upphavd/1967-837.json": (56, 19),
    "register/1962-700.yml": (346, None),
    "register/1970-994.yml": (157, None),
    "register/2001-453.yml": (114, None),
    "register/2009-400.yml": (370, None),
}


@pytest.mark.parametrize(("name", "counts"), COUNTS.items())
def test_every_entry_is_there_and_no_day_is_made_up(name: str, counts: tuple[int, int | None]) -> None:
    entries, undated = counts
    amendments = register(name).amendments
    assert amendments is not None
    assert len(amendments) == entries
    assert undated is None or sum(amendment.day is None for amendment in amendments) == undated


def test_an_absent_list_is_not_an_empty_one() -> None:
    assert register("register/2005-716.yml").amendments is None
    assert register("rattsbaser/2025-838.json").amendments == ()


def test_numbers_stay_numbers_of_acts() -> None:
    assert register("register/1990-52.yml").act == "1990:52"
    assert register("register/2017-30.yml").act == "2017:30"


def test_how_far_the_text_goes_and_what_is_repealed() -> None:
    assert register("rattsbaser/2025-400.json").consolidated_through == "2025:1501"
    assert register("rattsbaser/2025-838.json").consolidated_through is None
    gone = register("rattsbaser/upphavd/1967-837.json")
    assert (gone.repealed, gone.repealed_by) == (date(2025, 1, 1), "2024:945")


@pytest.mark.parametrize(("name", "chapters"), [("1990-52", False), ("1984-387", False), ("2009-400", True)])
def test_acts_with_and_without_chapters(name: str, chapters: bool) -> None:
    assert register(f"rattsbaser/{name}.json").has_chapters is chapters


@pytest.mark.parametrize(
    "found",
    [
        [],
        "text",
        {"rubrik": "Lag"},
        {"beteckning": "2025:400", "fulltext": None, "uppdateradDateTime": ""},
        {"beteckning": "2025:400", "andringsforfattningar": "ändr. 1 §"},
        {"beteckning": "2025:400", "andringsforfattningar": [{"anteckningar": "ändr. 1 §"}]},
    ],
)
def test_what_is_no_register(found: Any) -> None:
    with pytest.raises(NotARegister):
        from_mapping(found)


def test_the_newest_of_several_copies_counts() -> None:
    everything = saved(DATA, plain_yaml)
    answer = everything("2010:800")
    assert answer.register is not None
    assert answer.register.amendments is not None
    assert len(answer.register.amendments) == 110


def test_a_file_that_cannot_be_read_is_a_source_not_reached(tmp_path: Path) -> None:
    (tmp_path / "2025-400.json").write_text('{"beteckning": "2025:400", ', encoding="utf-8")
    answer = saved(tmp_path, plain_yaml)("2025:400")
    assert (answer.register, answer.reached) == (None, False)
    assert saved(tmp_path, plain_yaml)("1990:52").missing


def test_a_folder_without_registers_is_wrong_use(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "finns-inte"):
        with pytest.raises(Stop):
            saved(folder, plain_yaml)


def test_a_markdown_edition_may_be_given_whole(tmp_path: Path) -> None:
    path = tmp_path / "1990-52.yml"
    path.write_text("---\nbeteckning: 1990:52\nandringsforfattningar: []\n---\n# 1 §\ntext: [\n", encoding="utf-8")
    assert read_register(path, plain_yaml).amendments == ()
