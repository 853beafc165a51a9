"""Assessments and the survey: what the answers come to, lowest first, nothing kept, and whole without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit

pytestmark = pytest.mark.browser

READY = "sjalvskattning/ar-ni-redo.html"
TOGETHER = "sjalvskattning/samverkan.html"
LEVELS = "sjalvskattning/ambitionsniva.html"
SURVEY = "kartlaggning/index.html"


def answer_all(page: Page, value: str) -> None:
    for group in page.locator("fieldset.skattning__fraga").all():
        group.locator(f"input[value='{value}']").check()


def total(page: Page) -> str:
    return page.locator("[data-skattning-summa]").inner_text()


def test_a_sum_gives_its_band_only_when_all_is_answered(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.open(READY)
    groups = page.locator("fieldset.skattning__fraga")
    expect(groups).to_have_count(10)
    groups.first.locator("input[value='4']").check()
    assert total(page) == "Summan är 4 så här långt. 1 av 10 besvarade."
    expect(page.locator("[data-skattning-visar]")).to_be_hidden()
    answer_all(page, "4")
    assert total(page) == "Summan är 40. 10 av 10 besvarade."
    expect(page.locator("[data-skattning-visar]")).to_contain_text("Gå vidare")
    expect(page.locator("[data-skattning-stopp]")).to_be_hidden()
    groups.nth(2).locator("input[value='2']").check()
    assert total(page).startswith("Summan är 38.")
    expect(page.locator("[data-skattning-stopplista] li")).to_have_count(1)
    assert seen.faults == seen.foreign == []


def test_a_mean_leaves_out_what_cannot_be_judged_and_shows_the_lowest_area_first(visit: Callable[..., Visit]) -> None:
    page = visit().open(TOGETHER)
    answer_all(page, "4")
    last = page.locator("[data-skattning-omrade]").last
    for group in last.locator("fieldset").all():
        group.locator("input[value='1']").check()
    page.locator("fieldset.skattning__fraga").first.locator("input[value='']").check()
    assert "1 kan inte bedömas och är inte medräknade." in total(page)
    rows = page.locator("[data-skattning-lista] li").all_inner_texts()
    assert rows[0] == f"{last.get_attribute('data-skattning-omrade')}: 1"
    values = [float(row.rpartition(": ")[2].replace(",", ".")) for row in rows]
    assert values == sorted(values)
    means = [4] * 16 + [1] * 3
    assert f"Medelvärdet är {round(sum(means) / len(means), 1)}".replace(".", ",") in total(page)


def test_levels_are_the_answers_themselves(visit: Callable[..., Visit]) -> None:
    page = visit().open(LEVELS)
    expect(page.locator("fieldset").first.locator("label").first).to_contain_text("Någon annan anmäler")
    answer_all(page, "2")
    assert total(page).startswith("Nivån är i medeltal 2. ")
    expect(page.locator(".skattning__traff")).to_have_count(1)
    expect(page.locator(".skattning__traff")).to_contain_text("förberedda krishanteraren")


def test_answers_can_be_taken_back_and_are_kept_nowhere(visit: Callable[..., Visit]) -> None:
    page = visit().open(SURVEY)
    answer_all(page, "3")
    assert total(page).startswith("Medelvärdet är 3.")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.get_by_role("button", name="Ta bort alla svar").click()
    assert total(page) == "0 av 12 besvarade."
    expect(page.locator("input:checked")).to_have_count(0)
    expect(page.locator("input[type=radio]").first).to_be_focused()
    answer_all(page, "3")
    page.reload()
    expect(page.locator("input:checked")).to_have_count(0)


def test_every_group_has_a_legend_and_works_with_the_keyboard(visit: Callable[..., Visit]) -> None:
    page = visit().open(READY)
    legends = page.locator("fieldset.skattning__fraga > legend").all_inner_texts()
    assert len(set(legends)) == 10
    page.locator("input[type=radio]").first.focus()
    page.keyboard.press("ArrowRight")
    assert "1 av 10 besvarade." in total(page)


@pytest.mark.parametrize("address", [READY, LEVELS, SURVEY])
def test_without_scripts_it_is_a_list(address: str, visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).open(address)
    texts = page.locator("[data-skattning-text]")
    assert texts.count() >= 6
    for text in texts.all():
        expect(text).to_be_visible()
    expect(page.locator("[data-skattning-svar]")).to_be_hidden()


def test_the_survey_can_be_taken_along(visit: Callable[..., Visit]) -> None:
    page = visit().open(SURVEY)
    for ending in ("docx", "txt"):
        link = page.locator(f"a[href$='.{ending}']")
        expect(link).to_have_count(1)
        assert re.search(rf"enkat.*\.{ending}$", str(link.get_attribute("href")))
