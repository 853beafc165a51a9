"""Which copies of a sheet hold: told by the foot, from what has changed since."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from handbok.changes.history import NEW, Event
from handbok.model import Handbook, Mall
from handbok.rendering import Renderer
from handbok.rendering.plain import PLAIN
from handbok.reports.printed import Copy, printed
from support import PROJECT

SWOT = "mall/swot"


def copies(handbook: Handbook, *events: Event, **others: Event) -> list[Copy]:
    history = {SWOT: events, **{name.replace("_", "/", 1): [event] for name, event in others.items()}}
    (found,) = [one for one in printed(handbook, history) if one.mall.id == SWOT]
    return list(found.kopior)


@pytest.fixture
def swot(handbook: Handbook) -> tuple[str, str]:
    sheet = handbook[SWOT]
    assert isinstance(sheet, Mall)
    return sheet.version, sheet.kontrollerad.isoformat()


WRITTEN = Event("2026-01-01", (NEW,))


def test_a_sheet_that_never_changed_holds(handbook: Handbook, swot: tuple[str, str]) -> None:
    assert copies(handbook, WRITTEN) == [Copy(*swot)]


def test_nothing_is_told_where_nothing_is_known(handbook: Handbook) -> None:
    assert {one.kopior for one in printed(handbook, {})} == {()}


def test_each_foot_is_judged_by_what_came_after_it(handbook: Handbook, swot: tuple[str, str]) -> None:
    raised = Event(
        "2026-03-01", (f"version 0 → {swot[0]}", f"kontrollerad 2026-01-01 → {swot[1]}", "instruktion 1 x → y")
    )
    assert copies(handbook, raised, WRITTEN) == [
        Copy(*swot),
        Copy("0", "2026-01-01", (("2026-03-01", "instruktion 1 x → y"),)),
    ]


def test_a_change_under_the_same_foot_makes_every_such_copy_doubtful(handbook: Handbook, swot: tuple[str, str]) -> None:
    changed = Event("2026-03-01", ("efterat ”spara” → ”släng”",))
    assert copies(handbook, changed, WRITTEN) == [Copy(*swot, (("2026-03-01", "efterat ”spara” → ”släng”"),))]


@pytest.mark.parametrize(
    "line",
    [
        "kallor lagt till: kalla/x",
        "material borttaget: ”tjocka pennor”",
        "blad 1, omraden 2, exempel 1 a → b",
        "blad 1, omraden 2, hojd 9 → 10",
        "blad 1, rader 12 → 24",
        "blad 1, omraden 3, ifylls lagt till: nej",
    ],
)
def test_what_a_copy_can_do_without_does_not_matter(handbook: Handbook, swot: tuple[str, str], line: str) -> None:
    assert copies(handbook, Event("2026-03-01", (line,)), WRITTEN) == [Copy(*swot)]


def test_a_question_in_a_column_matters(handbook: Handbook) -> None:
    (copy,) = copies(handbook, Event("2026-03-01", ("blad 1, omraden 2, rader 2 a → b",)), WRITTEN)
    assert not copy.galler


def test_what_a_sheet_prints_of_others_counts(handbook: Handbook) -> None:
    sheet = next(m for m in handbook.all(Mall) if any(a.slag == "poster" for page in m.blad for a in page.omraden))
    area = next(area for page in sheet.blad for area in page.omraden if area.slag == "poster")
    shown = area.urval[0]
    history = {
        sheet.id: [WRITTEN],
        shown: [Event("2026-05-01", ("rubrik a → b", "kontrollerad 2026-01-01 → 2026-05-01"))],
    }
    (found,) = [one for one in printed(handbook, history) if one.mall == sheet]
    assert found.kopior[0].sedan == (("2026-05-01", "rubrik a → b"),)


def test_the_page_says_it_in_words(handbook: Handbook, tmp_path: Path) -> None:
    few = replace(handbook, entries={SWOT: handbook[SWOT]})
    changed = Event("2026-03-01", ("efterat ”spara” → ”släng”",))
    older = Event("2026-02-01", ("version 0 → 1", "instruktion 1 x → y"))
    for events, told in (
        ([WRITTEN], "<strong>gäller</strong>"),
        ([changed, WRITTEN], 'gäller om det skrevs ut efter <time datetime="2026-03-01">'),
        ([older, WRITTEN], "Version 0, kontrollerad"),
        ([older, WRITTEN], "<strong>skriv ut på nytt</strong>"),
        ([], "vet inte vad som har ändrats"),
    ):
        settings = {**PLAIN, "historik": {SWOT: events} if events else {}}
        assert told in Renderer(few, PROJECT / "overrides", settings).report("utskrivna-blad")
