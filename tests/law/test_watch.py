"""The verb on a small handbook and saved registers: what it finds, what it never says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from handbok.law.comparing import Lage
from handbok.law.watchfile import watched
from handbok.lawwatching import main
from handbok.reading import load
from handbok.running import run as run_verb
from law.registers_for_tests import DATA, plain_yaml
from law.small_handbook import ACT, register, save, sol, write

KNOWN = ("2025:942", "2025-12-01", "ändr. 15 kap. 12 §")
CHANGE = ("2025:1501", "2026-01-15", "ändr. 19 kap. 1, 6 §§; ny 16 kap. 2 a §")


def run(capsys: pytest.CaptureFixture[str], content: Path, folder: Path, *more: str) -> tuple[int, dict[str, Any]]:
    code = main(["--content", str(content), "--from", str(folder), "--format", "json", "--today", "2026-11-21", *more])
    return code, json.loads(capsys.readouterr().out)


def states(report: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return [(row["lagrum"], row["lage"], row["redan_i_posten"]) for row in report["fynd"]]


def test_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = run(capsys, sol(tmp_path), save(tmp_path / "r", register(KNOWN)))
    assert (code, report["oforandrade"], report["fynd"]) == (0, ["lagrum/sol-19-1"], [])


def test_a_change_after_the_text_we_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = run(capsys, sol(tmp_path), save(tmp_path / "r", register(KNOWN, CHANGE)))
    (row,) = report["fynd"]
    assert code == 1
    assert (row["lagrum"], row["lage"], row["sfs"], row["fran"]) == (
        "lagrum/sol-19-1",
        "ändrad",
        "2025:1501",
        "2026-01-15",
    )
    assert "lagrum/sol-19-1.html" in row["sidor"]


def test_our_own_check_proves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path, kontrollerad="2026-11-20")
    assert run(capsys, content, save(tmp_path / "r", register(KNOWN, CHANGE)))[0] == 1


def test_a_coming_change_until_its_day_and_a_change_from_it_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, folder = sol(tmp_path), save(tmp_path / "r", register(KNOWN, CHANGE))
    _, before = run(capsys, content, folder, "--today", "2026-01-14")
    _, after = run(capsys, content, folder, "--today", "2026-01-15")
    assert [row["lage"] for row in (*before["fynd"], *after["fynd"])] == ["kommande", "ändrad"]


def test_a_coming_change_that_the_entry_tells_of_is_no_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path, kommande=[{"sfs": "2025:1501", "fran": "2026-01-15", "innebord": "Fler ska anmäla."}])
    folder = save(tmp_path / "r", register(KNOWN, CHANGE))
    assert run(capsys, content, folder, "--today", "2026-01-14")[0] == 0
    assert run(capsys, content, folder, "--today", "2026-01-15")[0] == 1


def test_a_decided_change_without_a_day_is_coming(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    undated = ("2026:50", None, "ändr. 19 kap. 1 §")
    code, report = run(capsys, sol(tmp_path), save(tmp_path / "r", register(KNOWN, undated)))
    assert (code, states(report)) == (1, [("lagrum/sol-19-1", "kommande", False)])


def test_the_wording_we_read_is_not_told_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path, lydelse={"sfs": "2025:1501", "fran": "2026-01-15"}, textens_datum="2026-04-27")
    assert run(capsys, content, save(tmp_path / "r", register(KNOWN, CHANGE)))[0] == 0


def test_a_wording_older_than_the_register_has_on_that_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path, textens_datum="2026-04-27")
    code, report = run(capsys, content, save(tmp_path / "r", register(KNOWN, CHANGE)))
    assert (code, report["fynd"][0]["varfor"]) == (1, "är senare än den lydelse posten anger, 2025:400 från 2025-07-01")


def test_a_text_that_did_not_hold_the_amending_act(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path, lydelse=None, textens_datum="2026-04-27")
    code, report = run(capsys, content, save(tmp_path / "r", register(KNOWN, CHANGE)))
    assert (code, report["fynd"][0]["varfor"]) == (1, "är senare än den sista ändringen i texten vi läste, 2025:942")
    content = sol(tmp_path, {"andring_inford": "2025:1501"}, lydelse=None, textens_datum="2026-04-27")
    assert run(capsys, content, save(tmp_path / "r", register(KNOWN, CHANGE)))[0] == 0


@pytest.mark.parametrize(
    ("note", "lage"),
    [
        ("upph. 19 kap. 1 §", "ändrad"),
        ("upph. 19 kap.; nytt 19 kap.", "ändrad"),
        ("nuvarande 19 kap. 1 § betecknas 19 kap. 3 §", "ändrad"),
        ("ändr. 1 §, 2 kap. 3 §", "oläst"),
        ("ändr. 2 kap. 3 §, rubr. närmast före 2 kap. 3 §, 19 kap. 1 §", "oläst"),
        ("ändr. 2 kap. 3 § m.m.", "oläst"),
    ],
)
def test_never_called_unchanged(tmp_path: Path, capsys: pytest.CaptureFixture[str], note: str, lage: str) -> None:
    code, report = run(capsys, sol(tmp_path), save(tmp_path / "r", register(KNOWN, ("2026:90", "2026-05-01", note))))
    assert code == 1
    assert {row["lage"] for row in report["fynd"]} == {lage}
    assert report["oforandrade"] == []


@pytest.mark.parametrize(
    "note", ["ändr. 19 kap. 1 a §", "ändr. 18 kap. 1 §, rubr. närmast före 19 kap. 1 §", "upph. 18 kap."]
)
def test_neighbours_and_headings_are_not_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str], note: str) -> None:
    code, _ = run(capsys, sol(tmp_path), save(tmp_path / "r", register(KNOWN, ("2026:90", "2026-05-01", note))))
    assert code == 0


def test_a_moved_paragraph_is_sent_to_its_new_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moved = ("2026:90", "2026-05-01", "nuvarande 19 kap. 1 § betecknas 19 kap. 3 §; ny 19 kap. 1 §")
    _, report = run(capsys, sol(tmp_path), save(tmp_path / "r", register(KNOWN, moved)))
    assert {(row["slag"], row.get("blev")) for row in report["fynd"]} == {("omnumrerad", "19 kap. 3 §"), ("ny", None)}
    assert "19 kap. 3 §" in report["fynd"][0]["gor"]


def test_a_register_older_than_the_text_we_read_says_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, report = run(
        capsys, sol(tmp_path), save(tmp_path / "r", register(("2025:762", "2025-09-08", "ny 12 kap. 7 a §")))
    )
    assert (code, report["oforandrade"]) == (1, [])
    assert "2025:942" in report["olasta_paragrafer"][0]["varfor"]


def test_an_absent_list_is_told_as_unread(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = save(tmp_path / "r", register() | {"andringsforfattningar": None})
    code, report = run(capsys, sol(tmp_path), folder)
    assert (code, report["oforandrade"], report["akter"][0]["lage"]) == (1, [], "oläst")


def test_an_act_that_is_not_found_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, report = run(capsys, sol(tmp_path), save(tmp_path / "r", register(sfs="1990:52")))
    assert (code, report["akter"][0]["lage"], report["oforandrade"]) == (1, "saknas", [])


def test_a_repealed_act_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = register(KNOWN, upphavdDateTime="2026-10-01T00:00:00")
    gone["fulltext"]["upphavdGenom"] = "SFS 2026:700"
    code, report = run(capsys, sol(tmp_path), save(tmp_path / "r", gone))
    assert (code, report["akter"][0]["lage"]) == (1, "upphävd")
    assert "2026-10-01 genom SFS 2026:700" in report["akter"][0]["varfor"]


def test_a_file_that_cannot_be_read_is_a_source_not_reached(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = save(tmp_path / "r", register(KNOWN, CHANGE))
    (folder / "1990-52.json").write_text("{", encoding="utf-8")
    content = sol(tmp_path)
    write(tmp_path, {"forfattning/lvu": ACT | {"nummer": "1990:52", "rubrik": "LVU", "kortnamn": "LVU"}})
    code, report = run(capsys, content, folder)
    assert code == 3
    assert [row["lage"] for row in report["fynd"]] == ["ändrad"]


def test_treaties_are_not_watched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path)
    write(tmp_path, {"forfattning/cets197": ACT | {"nummer": "CETS 197", "slag": "konvention"}})
    code, report = run(capsys, content, save(tmp_path / "r", register(KNOWN)))
    assert (code, report["bevakas_inte"]) == (0, ["forfattning/cets197"])


def test_pages_that_link_or_cite_are_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path)
    term = {
        "rubrik": "Orosanmälan",
        "forklaring": "Se 19 kap. 1 § SoL.",
        "kallor": ["kalla/ratt"],
        "kontrollerad": "2026-11-01",
    }
    other = term | {"rubrik": "Oro", "forklaring": "Se [lagen](lagrum/sol-19-1)."}
    write(tmp_path, {"begrepp/orosanmalan": term, "begrepp/oro": other})
    _, report = run(capsys, content, save(tmp_path / "r", register(KNOWN, CHANGE)))
    assert {"begrepp/orosanmalan.html", "begrepp/oro.html"} <= set(report["fynd"][0]["sidor"])


def test_since_asks_as_if_the_text_was_read_that_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path, lydelse={"sfs": "2025:1501", "fran": "2026-01-15"}, textens_datum="2026-04-27")
    folder = save(tmp_path / "r", register(KNOWN, CHANGE))
    code, report = run(capsys, content, folder, "--since", "2025-12-15")
    assert (code, states(report)) == (1, [("lagrum/sol-19-1", "ändrad", True)])
    assert run(capsys, content, folder, "--since", "2026-01-15")[0] == 0


def test_write_keeps_what_waits_for_an_editor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, folder = sol(tmp_path), save(tmp_path / "r", register(KNOWN, CHANGE))
    run(capsys, content, folder, "--write")
    text = (content / "lagbevakning.yml").read_text(encoding="utf-8")
    (found,) = watched(plain_yaml(text))["lagrum/sol-19-1"]
    assert (found.lage, found.sfs, found.fran) == ("ändrad", "2025:1501", "2026-01-15")
    run(capsys, content, folder, "--write", "--today", "2026-11-22")
    assert (content / "lagbevakning.yml").read_text(encoding="utf-8") == text
    assert load(content)[1] == []


def test_write_of_nothing_is_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = sol(tmp_path)
    run(capsys, content, save(tmp_path / "r", register(KNOWN)), "--write")
    assert watched(plain_yaml((content / "lagbevakning.yml").read_text(encoding="utf-8"))) == {}


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_reports_for_people_say_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    content, folder = sol(tmp_path), save(tmp_path / "r", register(KNOWN, CHANGE))
    assert main(["--content", str(content), "--from", str(folder), "--format", form, "--today", "2026-11-21"]) == 1
    told = capsys.readouterr().out
    assert "SFS 2025:1501" in told
    assert "Läs paragrafen" in told
    assert "1 ändrade" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ["--from", "finns-inte"],
        ["--register", "finns-inte.json"],
        ["--until", "2026-01-01"],
        ["--register", "x.json", "--from", "y"],
        ["--register", "x.json", "--since", "2026-01-02", "--until", "2026-01-01"],
        ["--rattsbaser", "ftp://exempel.se"],
        ["--content", "finns-inte", "--from", str(DATA)],
    ],
)
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run_verb(lambda: main(arguments)) == 2
    assert capsys.readouterr().out.startswith("fel: ")


@pytest.mark.parametrize("arguments", [["--since", "igår"], ["--format", "pdf"], ["--okänd"]])
def test_wrong_flags(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def window(capsys: pytest.CaptureFixture[str], name: str, *more: str) -> tuple[int, list[dict[str, Any]]]:
    code = main(["--register", str(DATA / name), "--format", "json", *more])
    return code, json.loads(capsys.readouterr().out)


def test_one_register_in_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    code, rows = window(capsys, "rattsbaser/2025-400.json", "--since", "2026-01-02", "--until", "2026-11-21")
    assert code == 1
    assert [(row["kapitel"], row["paragraf"], row["slag"]) for row in rows] == [
        ("16", "2 a", "ny"), ("19", "1", "ändrad"), ("19", "6", "ändrad"),
    ]  # fmt: skip
    assert all(row["akt"] == "2025:400" and row["saker"] and row["fran"] == "2026-01-15" for row in rows)


def test_an_empty_window_and_an_unknown_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert window(capsys, "rattsbaser/2025-838.json") == (0, [])
    code, rows = window(capsys, "register/2025-400.yml")
    assert (code, [(row["saker"], row["slag"]) for row in rows]) == (3, [(False, "oläst")])


def test_the_real_handbook_against_the_real_registers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--from", str(DATA), "--today", "2026-11-21", "--format", "json"]) in (0, 1)
    report = json.loads(capsys.readouterr().out)
    count = report["antal"]
    assert count["paragrafer"] == sum(count[str(lage)] for lage in Lage)
    assert count["oförändrad"] > 0
