"""The state of a paragraph: by its own fields, by law watch, and never by the day of the build."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handbok.law.status import basis, status
from handbok.model import Handbook, Lagrum
from handbok.model.lagrum import Kommande


def one(handbook: Handbook, id_: str) -> Lagrum:
    found = handbook[id_]
    assert isinstance(found, Lagrum)
    return found


def test_a_confirmed_paragraph_applies(handbook: Handbook) -> None:
    assert status(handbook, one(handbook, "lagrum/osl-10-18a")).lage == "galler"


def test_an_old_number_is_repealed(handbook: Handbook) -> None:
    found = status(handbook, one(handbook, "lagrum/sol2001-14-1"))
    assert (found.lage, found.fran) == ("upphavd", date(2025, 7, 1))


@pytest.mark.parametrize(("day", "lage"), [(date(2026, 11, 21), "andrad"), (date(2026, 11, 22), "galler")])
def test_a_change_counts_from_the_day_of_our_check(day: date, lage: str, handbook: Handbook) -> None:
    change = Kommande(sfs="2026:1", fran=day, innebord="Något ändras.")
    changed = one(handbook, "lagrum/osl-10-18a").model_copy(update={"kommande": (change,)})
    assert status(handbook, changed).lage == lage


def test_what_law_watch_has_found_shows(handbook: Handbook) -> None:
    row = {"lagrum": "lagrum/osl-10-18a", "lage": "ändrad", "slag": "ändrad", "sfs": "2026:1", "fran": "2026-10-01"}
    watched = replace(handbook, watch={"fynd": [row]})
    found = status(watched, one(handbook, "lagrum/osl-10-18a"))
    assert (found.lage, found.sfs, found.fran) == ("andrad", "2026:1", date(2026, 10, 1))


def test_several_are_as_sure_as_the_least_sure(handbook: Handbook) -> None:
    assert basis(handbook, ["lagrum/osl-10-18a"]).sakerhet == "bekraftad"
    together = basis(handbook, ["lagrum/osl-10-18a", "lagrum/borta-1"])
    assert (together.sakerhet, together.osakra) == ("att-verifiera", ("lagrum/borta-1",))
