from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from handbok.model import REPORTS as NAMES
from handbok.model import Handbook, Lagrum, Mall, SourcedEntry
from handbok.reading import load
from handbok.rendering import Renderer
from handbok.reports import REPORTS, completeness, due, telling
from handbok.reports.due import SHOWN
from support import PROJECT, TODAY, run_verb

CASE = PROJECT / "tests" / "fel" / "for-gammal-kontroll" / "content"


def lacking(handbook: Handbook, typ: str, text: str, overdue: bool = False) -> set[str]:
    rows = [row for part in completeness(handbook, overdue).parts for row in part.rows if row.kind.typ == typ]
    return {entry.id for row in rows for cell in row.cells if cell.text == text for entry in cell.entries}


def test_every_entry_of_a_file_is_counted_once(handbook: Handbook) -> None:
    counted = completeness(handbook).total
    assert counted == sum(not e.tabell and not getattr(e, "upphavd", None) for e in handbook)


def test_paragraphs_to_verify_are_those_that_say_so(handbook: Handbook) -> None:
    wanted = {one.id for one in handbook.all(Lagrum) if one.sakerhet == "att-verifiera" and not one.upphavd}
    assert lacking(handbook, "lagrum", "att verifiera") == wanted


def test_a_sheet_that_an_exercise_uses_is_used_and_cards_need_no_example(handbook: Handbook) -> None:
    assert "mall/swot" not in lacking(handbook, "mall", "som inget använder")
    cards = {m.id for m in handbook.all(Mall) if all(o.slag == "kort" for b in m.blad for o in b.omraden)}
    assert cards
    assert not cards & lacking(handbook, "mall", "utan ifyllt exempel")


def test_a_step_whose_reflection_is_missing_is_told() -> None:
    content = PROJECT / "tests" / "fel" / "dubbelt-ordningsnummer" / "content"
    found, _ = load(content, root=PROJECT, today=TODAY)
    assert lacking(found, "steg", "utan reflektion") == {"steg/forst", "steg/sist"}


def test_overdue_is_told_only_when_asked_for() -> None:
    found, _ = load(CASE, root=PROJECT, today=TODAY)
    assert lacking(found, "begrepp", "att se över nu", overdue=True) == {"begrepp/samverkan"}
    assert lacking(found, "begrepp", "att se över nu") == set()


def test_what_is_due_comes_soonest_first_and_holds_everything(handbook: Handbook) -> None:
    rows = [row for month in due(handbook) for row in month.poster]
    assert [row.senast for row in rows] == sorted(row.senast for row in rows)
    assert {row.entry.id for row in rows} == {e.id for e in handbook if isinstance(e, SourcedEntry)}


def test_what_is_due_soonest_is_shown_and_the_rest_counted(handbook: Handbook, renderer: Renderer) -> None:
    months = due(handbook)
    shown = [row for month in months for row in month.visade]
    assert shown == [row for month in months for row in month.poster][:SHOWN]
    told = str(renderer.report("ses-over"))
    counted = [int(count) for count in re.findall(r"<p>(\d+) (?:till )?att se över", told)]
    assert len(shown) + sum(counted) == sum(len(month.poster) for month in months)


def test_reports_have_no_clock(handbook: Handbook, renderer: Renderer) -> None:
    other, _ = load(PROJECT / "content", PROJECT / "docs", root=PROJECT, today=date(2030, 1, 1))
    later = Renderer(
        other.published(), PROJECT / "overrides", {"namn": "x", "kommun": None, "adress": None, "blad": {}}
    )
    for name in REPORTS:
        assert renderer.report(name) == later.report(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_report_has_a_page_and_a_part(name: str, renderer: Renderer) -> None:
    short = name.removeprefix("rapport/")
    pages = (PROJECT / "docs").rglob("*.md")
    assert any(f'visa("{name}")' in page.read_text(encoding="utf-8") for page in pages)
    assert renderer.report(short)


def test_the_verb_tells_in_text_and_json(tmp_path: Path) -> None:
    told = run_verb("validate", "--completeness", "--today", "2026-11-21")
    assert told.returncode == 0
    assert "Lagrum: " in told.stdout
    rows = json.loads(run_verb("validate", "--completeness", "--format", "json").stdout)
    assert {part["del"] for part in rows["delar"]} == {"Metoden", "Lagen", "Kunskapen", "Kontakterna"}


def test_an_empty_part_is_complete() -> None:
    assert completeness(Handbook()).parts[0].andel == 100
    assert telling.as_text(completeness(Handbook())).endswith("0 av 0 poster saknar inget.")
