"""Every rule of an edition: Exempelstad with one thing wrong, and the exact message it must give."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbok.local.faults import LOCAL_FAULTS, LOCAL_RULES
from handbok.local.upgrade import LOCAL_UPGRADE
from handbok.model import Handbook
from handbok.problems import rule_name
from local.overlays import changed, copied, told
from support import PROJECT

CASES = sorted((PROJECT / "tests" / "fel_lokalt").iterdir())
ELSEWHERE = {
    "lokal-fil": "needs a symbolic link; test_hostile.py makes one",
    "lokal-flyttad": "needs a handbook where something moved; test_upgrade.py",
    "lokal-att-se-over": "needs a newer handbook; test_upgrade.py",
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_fault_gives_its_message(
    case: Path, handbook: Handbook, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = copied(tmp_path / "lokalt")
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.txt"))
    if (case / "byt.txt").exists():
        for line in (case / "byt.txt").read_text(encoding="utf-8").splitlines():
            old, new = line.replace("\\n", "\n").split(" => ")
            changed(folder, old, new)
    found = told(folder, handbook, tmp_path) + "\n"
    if request.config.getoption("--update"):
        (case / "vantat.txt").write_text(found, encoding="utf-8")
    assert found == (case / "vantat.txt").read_text(encoding="utf-8")
    assert f"[{case.name}]" in found


def test_every_rule_has_a_case() -> None:
    rules = {*LOCAL_FAULTS, *LOCAL_UPGRADE, *(rule_name(rule) for rule in LOCAL_RULES)}
    assert rules <= {case.name for case in CASES} | set(ELSEWHERE)


def test_every_rule_says_why() -> None:
    assert all(rule.__doc__ for rule in LOCAL_RULES)
