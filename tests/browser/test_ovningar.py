"""The choice above the exercises: by step, kind, time, size of group and distance; whole without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from handbok.model import Handbook, Ovning

pytestmark = pytest.mark.browser

INDEX = "ovning/index.html"


def tick(page: Page, name: str, value: str) -> None:
    """Tick a box, in a group that may be folded."""
    box = page.locator(f"input[name='{name}'][value='{value}']")
    if not box.is_visible():
        page.locator("details", has=box).locator("summary").click()
    box.check()


def shown(page: Page) -> int:
    return page.locator("[data-urval-post]:visible").count()


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("steg", "kartlagg-problembilden", lambda o: o.steg == "steg/kartlagg-problembilden"),
        ("slag", "reflektion", lambda o: o.slag == "reflektion"),
        ("tid", "kort", lambda o: o.minuter <= 45),
        ("tid", "lang", lambda o: o.minuter > 90),
        ("storlek", "stor", lambda o: o.deltagare.hogst > 12),
        ("distans", "helst-i-rummet", lambda o: o.distans == "helst-i-rummet"),
    ],
)
def test_choosing_leaves_the_right_ones(
    name: str, value: str, wanted: Callable[[Ovning], bool], visit: Callable[..., Visit], handbook: Handbook
) -> None:
    exercises = handbook.all(Ovning)
    page = visit().open(INDEX)
    expect(page.locator("[data-urval-antal]")).to_have_text(f"Visar alla {len(exercises)} övningar")
    tick(page, name, value)
    right = sum(wanted(exercise) for exercise in exercises)
    assert 0 < right < len(exercises)
    assert shown(page) == right
    expect(page.locator("[data-urval-grupp]:visible h2")).to_have_count(
        len({exercise.steg for exercise in exercises if wanted(exercise)})
    )


def test_choices_of_two_kinds_narrow_one_another(visit: Callable[..., Visit], handbook: Handbook) -> None:
    page = visit().open(INDEX)
    tick(page, "steg", "oka-kunskap-och-kompetens")
    tick(page, "tid", "kort")
    right = [o for o in handbook.all(Ovning) if o.steg == "steg/oka-kunskap-och-kompetens" and o.minuter <= 45]
    assert shown(page) == len(right)
    page.get_by_role("button", name="Visa alla").click()
    assert shown(page) == len(handbook.all(Ovning))


def test_all_are_there_without_scripts(visit: Callable[..., Visit], handbook: Handbook) -> None:
    page = visit(java_script_enabled=False).open(INDEX)
    assert shown(page) == len(handbook.all(Ovning))
    expect(page.locator("[data-urval-val]")).to_be_hidden()
