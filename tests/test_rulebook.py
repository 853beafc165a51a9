"""The page of rules is current, and its right examples are right."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbok.checking import read_and_check
from rulebook import FEL, PAGE, first_message, mended, page, rules

CASES = sorted(path for path in FEL.iterdir() if path.is_dir())
WITHOUT = {
    "for-stor-fil": "the whole file is the example",
    "inaktuellt-schema": "the files are written by --fix-form",
}
"""Cases whose right example would say nothing, and why."""


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "kör python3 scripts/test.py --update tests/test_rulebook.py"


def test_the_page_names_every_rule() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"## {name} {{: #{name} }}" in text for name in rules())


def test_every_case_has_a_right_example() -> None:
    assert {case.name for case in CASES if not (case / "ratt").is_dir()} == set(WITHOUT)


@pytest.mark.parametrize("case", [case for case in CASES if case.name not in WITHOUT], ids=lambda case: case.name)
def test_the_right_example_mends_the_first_fault_and_makes_no_new_one(case: Path, tmp_path: Path) -> None:
    goal = mended(case, tmp_path / "case")
    docs = goal / "docs"
    _, problems = read_and_check(
        goal / "content",
        docs if docs.is_dir() else None,
        root=goal,
        today=date(2026, 11, 21),
        form=case.name == "fel-form",
    )
    before = (case / "vantat.txt").read_text(encoding="utf-8").splitlines()
    file, _, message = first_message(case).split(":", 1)[0], 0, first_message(case).split(": ", 1)[1]
    assert (file, message) not in [(p.place.file, str(p).split(": ", 1)[1]) for p in problems]
    known = {line.split(": ", 1)[1] for line in before}
    new = [p for p in problems if str(p).split(": ", 1)[1] not in known and p.rule != "planerad-hanvisning"]
    assert new == []
