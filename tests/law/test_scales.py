"""What is computed from scales of penalties, and from what nothing is."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handbok.law.scales import (
    SECRECY,
    applies_to_children,
    certainty,
    limitation,
    limitation_years,
    offences,
    reaches_threshold,
    reaching,
)
from handbok.model import Handbook, Lagrum
from handbok.model.base import Marks, Origin
from handbok.model.lagrum import Straffskala


def scale(minimum: int = 0, maximum: int | None = None, fines: bool = False, life: bool = False) -> Straffskala:
    return Straffskala(min_manader=minimum, max_manader=maximum, boter=fines, livstid=life)


def lagrum(slug: str, **fields: Any) -> Lagrum:
    data = {
        "forfattning": "brb",
        "paragraf": "1",
        "etikett": "Ett brott",
        "betydelse": "Ett brott.",
        "textens_datum": "2026-04-27",
        "sakerhet": "bekraftad",
        "lank": "https://rkrattsbaser.gov.se/sfst",
        "kallor": ["kalla/x"],
        "kontrollerad": "2026-11-21",
    } | fields
    id_ = f"lagrum/{slug}"
    return Lagrum.model_validate(data, context=Origin(id_, Marks(f"content/{id_}.yml")))


def handbook(*entries: Lagrum) -> Handbook:
    return Handbook({entry.id: entry for entry in entries})


@pytest.mark.parametrize(
    ("maximum", "years"),
    [
        (1, 2),
        (12, 2),
        (13, 5),
        (24, 5),
        (25, 10),
        (48, 10),
        (60, 10),
        (61, 15),
        (72, 15),
        (96, 15),
        (97, 25),
        (120, 25),
        (216, 25),
    ],
)
def test_limitation_follows_the_maximum(maximum: int, years: int) -> None:
    assert limitation_years(scale(0, maximum)) == years


def test_limitation_of_fines_of_life_and_of_what_is_not_known() -> None:
    assert limitation_years(scale(fines=True)) == 2
    assert limitation_years(scale(120, 216, life=True)) is None
    assert limitation_years(scale()) is None


@pytest.mark.parametrize(
    ("minimum", "maximum", "fines", "attempt", "reaches"),
    [
        (24, 120, False, False, True),
        (6, 48, False, False, True),
        (5, 48, False, False, False),
        (0, 12, False, False, False),
        (0, 24, True, False, False),
        (6, 48, False, True, False),
        (12, 72, False, True, True),
    ],
)
def test_threshold_of_osl_10_23(minimum: int, maximum: int, fines: bool, attempt: bool, reaches: bool) -> None:
    assert reaches_threshold(scale(minimum, maximum, fines), attempt) is reaches


def test_nothing_is_said_of_an_unknown_scale() -> None:
    assert reaches_threshold(scale(6)) is None
    (unknown,) = offences(lagrum("brb-1", straff=[{"min_manader": 6}]))
    assert limitation(handbook(), unknown) is None


def test_certainty_is_the_lowest_of_what_it_rests_on() -> None:
    sure = lagrum("brb-6-11", straff=[{"max_manader": 12}])
    rule, doubtful = lagrum("brb-35-2"), lagrum("brb-35-2", sakerhet="att-verifiera", textens_datum="2026-01-01")
    (offence,) = offences(sure)
    assert limitation(handbook(sure, rule), offence).sakerhet == "bekraftad"  # type: ignore[union-attr]
    told = limitation(handbook(sure, doubtful), offence)
    assert told is not None
    assert (told.years, told.sakerhet, told.textens_datum) == (2, "att-verifiera", date(2026, 1, 1))
    assert certainty(handbook(sure), sure, SECRECY) == "att-verifiera"


def test_every_stycke_and_degree_is_an_offence() -> None:
    normal = {"min_manader": 24, "max_manader": 120}
    lesser = {"grad": "mindre grovt", "min_manader": 6, "max_manader": 48}
    first = {"nummer": "1", "etikett": "Människohandel", "betydelse": "x", "straff": [normal]}
    third = {
        "nummer": "3",
        "etikett": "Mindre grovt",
        "betydelse": "x",
        "offrets_alder": "under-18",
        "straff": [lesser],
    }
    entry = lagrum("brb-4-1a", offrets_alder="alla", stycken=[first, third])
    assert [(o.etikett, o.stycke, o.alder) for o in offences(entry)] == [
        ("Människohandel", "1", "alla"), ("mindre grovt", "3", "under-18"),
    ]  # fmt: skip
    yes, no = reaching(handbook(entry, lagrum("brb-6-11", straff=[{"max_manader": 12}]), lagrum("x", straff=[{}])))
    assert [o.lagrum.id for o in yes] == ["lagrum/brb-4-1a", "lagrum/brb-4-1a"]
    assert [o.lagrum.id for o in no] == ["lagrum/brb-6-11"]
    assert [o.lagrum.id for o in reaching(handbook(entry), attempt=True)[0]] == ["lagrum/brb-4-1a"]


def test_who_an_offence_protects() -> None:
    assert [applies_to_children(a) for a in ("under-18", "alla", "18-eller-mer", None)] == [True, True, False, None]
