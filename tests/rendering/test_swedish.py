"""Swedish as templates write it."""

from __future__ import annotations

from datetime import date

import pytest

from handbok.model.lagrum import Straffskala
from handbok.rendering import swedish


def test_days() -> None:
    assert swedish.day(date(2026, 11, 21)) == "21 november 2026"


@pytest.mark.parametrize(("total", "text"), [(45, "45 min"), (60, "1 tim"), (90, "1 tim 30 min"), (360, "6 tim")])
def test_minutes(total: int, text: str) -> None:
    assert swedish.minutes(total) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (["a", "b", "c"], "a, b och c")]
)
def test_enumeration(items: list[str], text: str) -> None:
    assert swedish.enumeration(items) == text


def test_the_alphabet_ends_with_its_three_last_letters() -> None:
    assert sorted(["öl", "zon", "ål", "är", "apa"], key=swedish.sort_key) == ["apa", "zon", "ål", "är", "öl"]


def test_numbers() -> None:
    assert swedish.number(1250) == "1\N{NO-BREAK SPACE}250"
    assert swedish.number(3.5) == "3,5"


@pytest.mark.parametrize(
    ("scale", "text"),
    [
        ({"max_manader": 12}, "fängelse högst 1 år"),
        ({"max_manader": 24, "boter": True}, "böter eller fängelse högst 2 år"),
        ({"min_manader": 6, "max_manader": 48}, "fängelse 6 månader–4 år"),
        ({"min_manader": 18, "max_manader": 72}, "fängelse 1 år och 6 månader–6 år"),
        ({"min_manader": 24, "max_manader": 120}, "fängelse 2–10 år"),
        ({"boter": True}, "böter"),
        ({"min_manader": 120, "max_manader": 216, "livstid": True}, "fängelse 10–18 år eller på livstid"),
    ],
)
def test_penalties(scale: dict[str, object], text: str) -> None:
    assert swedish.penalty(Straffskala.model_validate(scale)) == text
