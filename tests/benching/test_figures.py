"""What the bench tells: ratios, growth, and every key that JSON promises. How long things take is not tested."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from handbok.benching import yardstick
from handbok.benching.command import main
from handbok.benching.figures import Round, growth, medians, named
from handbok.benching.telling import as_json, machine, show
from handbok.model import Handbook
from handbok.rendering.plain import PLAIN
from handbok.site import edition

SECONDS = {
    "validera": 1.0,
    "sidor": 2.4,
    "mattstock": 2.0,
    "blad_kallt": 3.0,
    "blad_cache": 0.5,
    "hela_bygget": 4.0,
    "hela_mattstocken": 2.0,
}
SMALL = Round(1, 100, 50, 10, 40, 300, SECONDS, SECONDS)
LARGER = {**SECONDS, "validera": 10.0, "sidor": 30.0, "mattstock": 16.0}
BUSY = {"validera": 99.0}
LARGE = Round(10, 1000, 400, 100, 400, 3000, {**LARGER, **BUSY}, {"validera": 10.0, "sidor": 30.0, "mattstock": 16.0})


def test_ratios_and_growth() -> None:
    assert pytest.approx(1.2) == SMALL.ratio
    assert pytest.approx(2.0) == SMALL.whole_ratio
    assert SMALL.a_printed_page(cores=2) == pytest.approx(3.0 * 2 / 40)
    grown = growth(SMALL, LARGE)
    assert grown["validera"] == pytest.approx(1.0)
    assert grown["sidor"] == pytest.approx(30 / 2.4 / 8)
    assert grown["blad_kallt"] == pytest.approx(0.1)


def test_the_median_of_each_stage_and_unknown_stages_keep_their_names() -> None:
    assert medians([{"a": 3.0}, {"a": 1.0}, {"a": 2.0}]) == {"a": 2.0}
    assert named({"Bygger sidorna": 1.0, "Något nytt": 2.0}) == {"sidor": 1.0, "Något nytt": 2.0}


def test_json_has_what_it_promises() -> None:
    told = json.loads(as_json((SMALL, LARGE), 3, machine()))
    assert set(told) == {"maskin", "ganger", "omfang", "kvoter", "mal"}
    assert set(told["maskin"]) == {"karnor", "last", "python", "system"}
    assert [size["faktor"] for size in told["omfang"]] == [1, 10]
    stages = {"validera", "sidor", "sokregister", "blad_kallt", "blad_cache", "plats", "mattstock"}
    assert stages <= set(told["omfang"][0]["sekunder"])
    assert told["omfang"][0]["sekunder"]["sokregister"] is None
    ratios = {"sidor_mot_mattstock", "i_processortid", "hela_mot_mattstock", "tryck_per_sida_och_karna", "tillvaxt"}
    assert set(told["kvoter"]) == ratios
    assert told["mal"]["tryck_per_sida_och_karna"]["hogst"] == 0.12
    assert told["mal"]["blad_cache"] == {"hogst": 1.0, "halls": True}
    assert told["mal"]["sidor_mot_mattstock"] == {"hogst": 1.25, "halls": False}
    assert told["mal"]["tillvaxt"]["halls"] is False


def test_the_table_says_what_has_no_stage_of_its_own_and_whether_aims_are_met() -> None:
    console = Console(width=120, record=True, file=io.StringIO())
    show((SMALL, LARGE), 3, {**machine(), "karnor": 2}, console)
    text = console.export_text()
    assert "ingår i sidorna" in text
    assert "mål: högst 1,25; ja" in text
    assert "0,150 s per sida och kärna (mål: högst 0,12; NEJ)" in text
    assert "NEJ" in text
    assert "mer än linjär: Bygga sidorna" in text


def test_the_yardstick_has_every_page_drawn_and_no_call_left(tmp_path: Path, handbook: Handbook) -> None:
    edition.begin(handbook, PLAIN)
    yardstick.write(tmp_path)
    texts = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.md")}
    assert len(texts) > len([entry for entry in handbook if entry.sida == entry.id])
    for path, text in texts.items():
        assert not re.search(r"\{\{|href=\"id:", text), path


@pytest.mark.parametrize("wrong", ["0", "-1", "tre", "1000"])
def test_a_wrong_number_of_times_is_told_in_swedish(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([f"--ganger={wrong}"])
    assert end.value.code == 2
    assert "är inget antal" in capsys.readouterr().err
