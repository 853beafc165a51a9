"""The geography holds together: 290 municipalities, 21 counties, 7 regions, each in its place."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from handbok.model import Handbook, Kommun, Lan, Polisregion, Regionkoordinator

TABLE = Path(__file__).resolve().parents[1] / "content" / "geografi" / "kommuner.csv"

BY_REGION = {"nord": 44, "mitt": 28, "stockholm": 27, "ost": 35, "vast": 55, "syd": 58, "bergslagen": 43}
"""Municipalities by police region, as the regions were drawn in 2015."""


def test_every_municipality_has_a_code_and_a_name_of_its_own(handbook: Handbook) -> None:
    found = handbook.all(Kommun)
    assert len(found) == 290
    assert len({kommun.kod for kommun in found}) == 290
    assert len({kommun.rubrik for kommun in found}) == 290
    with TABLE.open(encoding="utf-8", newline="") as table:
        assert len(list(csv.DictReader(table))) == 290


def test_the_regions_add_up(handbook: Handbook) -> None:
    region_of = {lan.id: lan.polisregion for lan in handbook.all(Lan)}
    counted = Counter(region_of[kommun.lan].removeprefix("polisregion/") for kommun in handbook.all(Kommun))
    assert counted == BY_REGION
    assert len(handbook.all(Polisregion)) == 7


def test_the_coordinators_areas_follow_the_police_regions(handbook: Handbook) -> None:
    for area in handbook.all(Regionkoordinator):
        assert {lan.id for lan in handbook.all(Lan) if lan.polisregion == area.polisregion} == set(area.lan)
