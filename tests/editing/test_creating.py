from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handbok.editing.creating import create
from handbok.model import CONTENT_TYPES
from handbok.problems import Stop
from handbok.reading import load
from support import PROJECT, TODAY, run_verb


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "forfattning").mkdir(parents=True)
    (folder / "begrepp").mkdir()
    shutil.copy(PROJECT / "content" / "forfattning" / "osl.yml", folder / "forfattning")
    shutil.copy(PROJECT / "content" / "begrepp" / "samverkan.yml", folder / "begrepp")
    (folder / "flyttat.yml").write_text("begrepp/gammalt: begrepp/samverkan\n", encoding="utf-8")
    return folder


def test_a_paragraph_knows_its_act_and_number_from_its_name(content: Path) -> None:
    path, _ = create(content, "lagrum", "osl-10-27a", TODAY)
    text = path.read_text(encoding="utf-8")
    assert "forfattning: osl\n" in text
    assert 'kapitel: "10"\n' in text
    assert "paragraf: 27 a\n" in text
    assert "lank: https://rkrattsbaser.gov.se/sfst?bet=2009:400\n" in text
    assert "kontrollerad: 2026-11-21\n" in text
    assert "# betydelse: Vad paragrafen innebär" in text
    assert "Rättsbaser" in text


@pytest.mark.parametrize("kind", [kind for kind in CONTENT_TYPES if not kind.tabell], ids=lambda kind: kind.typ)
def test_every_type_gives_a_file_in_the_one_form_that_only_lacks_values(kind: type, content: Path) -> None:
    create(content, kind.typ, "nytt", date(2026, 11, 21))
    _, problems = load(content, root=content, form=True)
    mine = [problem for problem in problems if "nytt.yml" in problem.place.file]
    assert mine
    assert {problem.rule for problem in mine} == {"tomt-falt"}, mine


@pytest.mark.parametrize(
    ("typ", "name", "said"),
    [
        ("lagrumm", "x", "Menade du ”lagrum”"),
        ("kommun", "1283", "står i tabellen content/geografi/kommuner.csv"),
        ("begrepp", "Hjälp oss", "Menade du ”hjalp-oss”"),
        ("begrepp", "../x", "bara ha a–z"),
        ("begrepp", "samverkan", "finns redan"),
        ("begrepp", "gammalt", "Ett id återanvänds aldrig"),
    ],
)
def test_what_will_not_do_is_refused_with_a_guess(typ: str, name: str, said: str, content: Path) -> None:
    before = sorted(content.rglob("*"))
    with pytest.raises(Stop, match=said):
        create(content, typ, name)
    assert sorted(content.rglob("*")) == before


def test_the_verb_says_what_to_do_next(content: Path) -> None:
    done = run_verb("new", "begrepp", "ny", "--content", str(content))
    assert done.returncode == 0
    assert "validate.py" in done.stdout
    again = run_verb("new", "begrepp", "ny", "--content", str(content))
    assert again.returncode == 2
    assert "finns redan" in again.stdout
