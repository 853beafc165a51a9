"""A plan to import: a calendar that programs read and that replaces itself when the plan moves, and a table."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from handbok.model import Handbook, Tidsplan
from handbok.site.calendar import calendars
from support import EPOCH

START = date(2027, 1, 1)


@pytest.fixture
def plan(handbook: Handbook) -> Tidsplan:
    return handbook.all(Tidsplan)[0]


@pytest.fixture(autouse=True)
def _time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def events(content: bytes) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for line in unfolded(content):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1][name] = value
    return found


def test_lines_are_folded_and_end_as_they_must(handbook: Handbook, plan: Tidsplan) -> None:
    content = dict(calendars(handbook, {"start": START}))[f"{plan.id}.ics"]
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert any(line.startswith(b" ") for line in content.split(b"\r\n"))
    assert b"\r\nVERSION:2.0\r\n" in content


def test_steps_and_milestones_stand_on_their_days(handbook: Handbook, plan: Tidsplan) -> None:
    found = events(dict(calendars(handbook, {"start": START}))[f"{plan.id}.ics"])
    assert len(found) == 2 * len(plan.perioder)
    assert found[0]["DTSTART;VALUE=DATE"] == "20270101"
    assert found[0]["DTEND;VALUE=DATE"] == "20270301", "the end is the day after the last"
    assert found[1]["DTSTART;VALUE=DATE"] == "20270226", "28 February 2027 is a Sunday"
    assert all(event["DTSTAMP"] == found[0]["DTSTAMP"] for event in found)


def test_commas_are_escaped(handbook: Handbook, plan: Tidsplan) -> None:
    milestones = [e["SUMMARY"] for e in events(dict(calendars(handbook, {"start": START}))[f"{plan.id}.ics"])[1::2]]
    assert any("\\," in words for words in milestones)
    assert not any("," in words.replace("\\,", "") for words in milestones)


def test_a_moved_plan_keeps_the_identities(handbook: Handbook, plan: Tidsplan) -> None:
    early, late = (
        [event["UID"] for event in events(dict(calendars(handbook, {"start": start}))[f"{plan.id}.ics"])]
        for start in (START, date(2027, 6, 1))
    )
    assert early == late
    assert len(set(early)) == len(early)


def test_without_a_start_it_begins_the_month_after_the_build(handbook: Handbook, plan: Tidsplan) -> None:
    found = events(dict(calendars(handbook, {}))[f"{plan.id}.ics"])
    assert found[0]["DTSTART;VALUE=DATE"] == "20261201"


def test_table_counts_months_until_there_is_a_start(handbook: Handbook, plan: Tidsplan) -> None:
    bare, dated = (
        list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        for content in (dict(calendars(handbook, edition))[f"{plan.id}.csv"] for edition in ({}, {"start": START}))
    )
    assert bare[0]["När"] == "månad 1–2"
    assert bare[0]["Första dag"] == ""
    assert dated[0]["Första dag"] == "2027-01-01"
    assert dated[0]["Sista dag"] == "2027-02-28"
    assert [row["Steg"] for row in bare] == [row["Steg"] for row in dated]
