"""`new.py lokalt`: every municipality gets a folder that says what is missing and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbok.local import read_and_lay
from handbok.local.creating import create, full_name, main
from handbok.model import Handbook, Kommun
from handbok.problems import Stop, has_errors

TODAY = date(2026, 11, 21)


def test_every_municipality_gets_its_area(handbook: Handbook, tmp_path: Path) -> None:
    for kommun in handbook.all(Kommun)[::29]:
        folder = create(handbook, kommun.kod, tmp_path / kommun.kod)
        text = (folder / "utgava.yml").read_text(encoding="utf-8")
        lan = handbook[kommun.lan]
        for known in (kommun.id, lan.id, lan.lansstyrelse, lan.polisregion, "regionkoordinator: regionkoordinator/"):  # type: ignore[attr-defined]
            assert str(known) in text


def test_only_what_must_be_filled_in_is_missing(handbook: Handbook, tmp_path: Path) -> None:
    _, problems = read_and_lay(create(handbook, "1283", tmp_path / "lokalt"), handbook, tmp_path)
    assert {problem.rule for problem in problems} == {"tomt-falt"}
    lines = (tmp_path / "lokalt" / "utgava.yml").read_text(encoding="utf-8").splitlines()
    for problem in problems:
        assert "FYLL I" in lines[problem.place.line - 1]


def test_an_edition_as_it_is_made_does_not_build(handbook: Handbook, tmp_path: Path) -> None:
    _, problems = read_and_lay(create(handbook, "0180", tmp_path / "lokalt"), handbook, tmp_path)
    assert has_errors(problems)


def test_an_overlay_is_never_written_over(handbook: Handbook, tmp_path: Path) -> None:
    create(handbook, "1283", tmp_path)
    with pytest.raises(Stop, match="finns redan"):
        create(handbook, "0180", tmp_path)


def test_a_name_instead_of_a_code_gets_the_code(handbook: Handbook, tmp_path: Path) -> None:
    with pytest.raises(Stop, match="Helsingborg har koden 1283"):
        create(handbook, "helsingborg", tmp_path)


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Helsingborg", "Helsingborgs kommun"),
        ("Malmö", "Malmö kommun"),
        ("Borås", "Borås kommun"),
        ("Falun", "Falu kommun"),
        ("Gotland", "Region Gotland"),
    ],
)
def test_names(short: str, whole: str) -> None:
    assert full_name(short) == whole


def test_the_verb(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["1283", "--local", str(tmp_path / "lokalt"), "--today", "2026-11-21"]) == 0
    assert "FYLL I" in capsys.readouterr().out
