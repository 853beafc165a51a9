"""Which paragraph changed, from when, by which act: the worked examples and the traps of real registers."""

from __future__ import annotations

from datetime import date

import pytest

from handbok.law.clauses import Slag
from handbok.law.events import Event, events
from handbok.law.registers import Amendment, Register
from handbok.law.rows import event_row, in_window
from handbok.law.slips import DAYS, SLIPS
from law.registers_for_tests import DATA, by, found, register


def spots(told: list[Event], slag: Slag | None = None) -> set[tuple[str | None, str | None]]:
    return {event.spot for event in told if slag in (None, event.slag)}


def written(*amendments: tuple[str, str | None, str]) -> tuple[Event, ...]:
    rows = tuple(Amendment(sfs, date.fromisoformat(day) if day else None, note) for sfs, day, note in amendments)
    return events(Register("2020:1", "Påhittad lag", rows))


def test_osl_10_18a() -> None:
    told = by("rattsbaser/2009-400.json", "2025:179")
    assert spots(told, Slag.NY) == {("26", "9 e")}
    assert spots(told, Slag.ANDRAD) == {("10", n) for n in ("18 a", "18 b", "18 c", "21", "22 a", "23", "24")}
    assert {event.day for event in told} == {date(2025, 4, 1)}


def test_brb_6_11() -> None:
    told = spots(by("register/1962-700.yml", "2025:586"))
    assert {("6", "11"), ("9", "3 c"), ("29", "2")} <= told
    assert not {("6", "5"), ("6", "10")} & told


def test_sol_19_1() -> None:
    told = by("rattsbaser/2025-400.json", "2025:1501")
    assert spots(told) == {("19", "1"), ("19", "6"), ("16", "2 a")}
    assert {event.day for event in told} == {date(2026, 1, 15)}


PAIRS = ("1984-387", "1990-52", "2006-97", "2009-400", "2010-659", "2017-30", "2018-1937", "2019-502")


@pytest.mark.parametrize("act", PAIRS)
def test_half_a_year_later_nothing_old_is_told_otherwise(act: str) -> None:
    def told(name: str) -> set[tuple[object, ...]]:
        return {(event.spot, event.slag, event.sfs, event.day) for event in found(name)}

    assert told(f"register/{act}.yml") < told(f"rattsbaser/{act}.json")


def test_twenty_two_entries_came_in_half_a_year() -> None:
    def entries(name: str) -> set[str]:
        return {amendment.sfs for amendment in register(name).amendments or ()}

    new = [entries(f"rattsbaser/{act}.json") - entries(f"register/{act}.yml") for act in PAIRS]
    assert sum(map(len, new)) == 22
    assert len(entries("rattsbaser/2010-800.json") - entries("rattsbaser/tidigare/2010-800.json")) == 3


def test_an_entry_without_a_day_is_never_in_force() -> None:
    undated = [event for event in found("rattsbaser/2005-716.json") if event.sfs == "2023:337"]
    assert undated
    assert all(event.day is None for event in undated)
    assert not in_window(undated, None, None)


def test_a_change_to_an_amending_act_counts_once_at_its_day() -> None:
    (event,) = [
        event for event in found("register/1962-700.yml") if event.sfs == "2023:678" and event.spot == ("2", "5")
    ]
    assert event.by == ("2023:882",)
    assert not by("register/1962-700.yml", "2023:882")


def test_chains_of_changes_to_changes_end_at_the_first_act() -> None:
    first = ("2020:10", "2021-01-01", "ändr. 3 §")
    told = written(first, ("2020:20", None, "ändr. 3 § i 2020:10"), ("2020:30", None, "ändr. 3 § i 2020:20"))
    assert [(event.sfs, event.day, event.certain) for event in told] == [("2020:10", date(2021, 1, 1), True)]


def test_acts_that_alter_one_another_do_not_go_round_for_ever() -> None:
    told = written(("2020:10", None, "ändr. 3 § i 2020:20"), ("2020:20", None, "ändr. 3 § i 2020:10"))
    assert all(event.day is None for event in told)


def test_a_change_to_an_act_that_is_not_in_the_register_is_in_doubt() -> None:
    (event,) = written(("2006:746", "2007-01-01", "ändr. 10 § i 2006:000"))
    assert not event.certain


def test_what_never_came_to_be_is_not_told() -> None:
    assert not by("rattsbaser/2009-400.json", "2022:1314")
    assert not by("register/1970-994.yml", "2005:686")


def test_a_postponed_act_starts_on_its_new_day() -> None:
    assert {event.day for event in by("rattsbaser/2010-800.json", "2023:393")} == {date(2025, 9, 1)}


def test_an_act_whose_start_is_moved_to_an_unknown_day_has_an_uncertain_day() -> None:
    told = written(("2020:10", "2021-01-01", "ändr. 3 §"), ("2020:20", None, "ändr. ikrafttr. i 2020:10"))
    assert [(event.day, event.day_certain) for event in told] == [(date(2021, 1, 1), False)]


def test_a_start_may_be_set_for_some_paragraphs() -> None:
    told = written(("2020:10", None, "ändr. 3, 4 §§"), ("2020:20", "2022-05-01", "ikrafttr. av 4 § i 2020:10"))
    assert {event.spot: event.day for event in told} == {(None, "3"): None, (None, "4"): date(2022, 5, 1)}


def test_one_date_may_hide_others() -> None:
    care = {event.spot: event.day for event in by("rattsbaser/2017-30.json", "2025:1399")}
    assert care[("8", "10")] == care[("8", "11")] == date(2027, 1, 1)
    assert care[("6", "1")] == date(2026, 1, 1)
    register_act = {event.spot: event.day for event in by("register/1991-481.yml", "2022:1698")}
    assert register_act[(None, "5")] == date(2023, 1, 1)
    assert register_act[(None, "18 a")] == date(2023, 9, 1)
    school = {event.spot: event.day for event in by("rattsbaser/2010-800.json", "2022:1315")}
    assert (school[("7", "11 c")], school[("3", "4")], school[("1", "1")]) == (
        date(2023, 1, 1), date(2024, 7, 1), date(2023, 7, 2),
    )  # fmt: skip


def test_transition_rules_make_the_day_uncertain() -> None:
    assert not any(event.day_certain for event in by("rattsbaser/2025-400.json", "2025:1501"))
    assert all(event.day_certain for event in by("rattsbaser/2025-400.json", "2025:942"))


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.act} {slip.sfs}")
def test_a_slip_is_corrected_with_evidence(slip: object) -> None:
    act, sfs = getattr(slip, "act"), getattr(slip, "sfs")  # noqa: B009
    names = [
        path for path in DATA.rglob(f"{act.replace(':', '-')}.*") if register(str(path.relative_to(DATA))).amendments
    ]
    told = [event for path in names for event in by(str(path.relative_to(DATA)), sfs)]
    assert told, "rättelsen gäller ingen not i registret"
    assert all(event.evidence for event in told)
    assert all(event.certain for event in told)


def test_corrected_slips_say_what_was_meant() -> None:
    assert spots(by("rattsbaser/2009-400.json", "2024:122")) == {("30", "5"), ("30", "12 d")}
    assert spots(by("rattsbaser/2009-400.json", "2018:1936")) == {("41", "1")}
    assert (None, "1") in spots(by("register/1988-688.yml", "2025:561"), Slag.ANDRAD)
    assert (None, "17 a") in spots(by("rattsbaser/1990-52.json", "2018:652"))


def test_a_slip_that_the_register_has_mended_is_left_alone() -> None:
    rows = (Amendment("2024:122", date(2024, 7, 1), "ändr. 30 kap. 5, 12 d §§"),)
    assert [event.evidence for event in events(Register("2009:400", "OSL", rows))] == [None, None]


def test_every_correction_has_evidence() -> None:
    assert all(len(known.evidence) > 20 for known in (*SLIPS, *DAYS))


def test_an_unread_note_is_told_as_unread() -> None:
    told = written(("2020:10", "2021-01-01", "ändr. 3 § m.m."))
    assert [(event.slag, event.certain, event.spot) for event in told] == [
        (Slag.ANDRAD, True, (None, "3")), (Slag.OLAST, False, (None, None)),
    ]  # fmt: skip


def test_a_register_with_chapters_gives_no_guess_without_one() -> None:
    told = written(("2020:5", "2020-01-01", "ändr. 2 kap. 1 §"), ("2020:10", "2021-01-01", "ändr. 2 kap. 3 §; ny 4 §"))
    (doubt,) = [event for event in told if not event.certain]
    row = event_row(doubt)
    assert (row["kapitel"], row["paragraf"], row["saker"], row["anteckning"]) == (
        None,
        "4",
        False,
        "ändr. 2 kap. 3 §; ny 4 §",
    )


def test_the_window_holds_both_its_days() -> None:
    told = found("rattsbaser/2025-400.json")
    inside = in_window(told, date(2025, 12, 1), date(2026, 1, 1))
    assert {event.sfs for event in inside} == {"2025:942", "2025:1299"}
    assert [event.day for event in inside] == sorted(event.day for event in inside if event.day)
