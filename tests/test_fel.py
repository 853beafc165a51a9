"""Each fault gives its exact message: one folder per rule under tests/fel/."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbok.checking import read_and_check
from handbok.faults import FAULTS
from handbok.problems import as_text, rule_name
from handbok.rules import RULES

FEL = Path(__file__).parent / "fel"
CASES = sorted(path for path in FEL.iterdir() if path.is_dir())

ELSEWHERE = {
    "text-ryms-inte": "sheets are judged when they are printed; tests/printing/",
    "lapp-ryms-inte": "the same",
    "falt-ryms-inte": "the same",
    "tecken-saknas": "the same",
    "fel-sidantal": "the same",
    "tryckvarning": "the same",
    "olasbar-fil": "needs a file that cannot be opened; tests/reading/test_files.py makes one",
}
"""Faults that cannot lie in a folder, and where they are proved instead."""

ABOUT_FORM = ("fel-form", "inaktuellt-schema")
"""Cases about how files are written; all others may be written anyhow."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fault_gives_its_message(case: Path) -> None:
    docs = case / "docs"
    _, problems = read_and_check(
        case / "content",
        docs if docs.is_dir() else None,
        root=case,
        today=date(2026, 11, 21),
        form=case.name in ABOUT_FORM,
    )
    assert as_text(problems) + "\n" == (case / "vantat.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_shows_the_fault_it_is_named_after(case: Path) -> None:
    assert f"[{case.name}]" in (case / "vantat.txt").read_text(encoding="utf-8")


def test_every_rule_has_a_case() -> None:
    rules = {*FAULTS, *(rule_name(rule) for rule in RULES)}
    assert rules == {case.name for case in CASES} | set(ELSEWHERE)


def test_every_rule_says_why() -> None:
    assert all(rule.__doc__ for rule in RULES)
    assert all(FAULTS.values())
