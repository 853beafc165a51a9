"""The tree one question at a time, its way back, and the choice above the changes of law."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit

pytestmark = pytest.mark.browser

TREE = "beslutstrad/far-jag-dela-uppgiften.html"
CHANGES = "lag/nytt.html"


def node(page: Page, name: str) -> None:
    """Exactly this question or outcome is shown, and its heading has the focus."""
    expect(page.locator("[data-trad-nod]:visible")).to_have_count(1)
    expect(page.locator(f"[id='{name}']")).to_be_visible()
    expect(page.locator(f"[id='{name}'] h2")).to_be_focused()
    assert page.url.endswith(f"#{name}")


def answer(page: Page, text: str) -> None:
    page.locator(".trad__svar:visible a", has_text=text).first.click()


def test_tree_shows_one_question_and_remembers_the_way(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.open(TREE)
    expect(page.locator("[data-trad-nod]:visible")).to_have_count(1)
    answer(page, "I kommunens socialtjänst")
    node(page, "fara")
    answer(page, "Nej")
    node(page, "identifierbar")
    answer(page, "Nej, det är en allmän bild")
    node(page, "ingen-person")
    assert page.locator("[data-trad-steg] li").all_inner_texts()[0].endswith("I kommunens socialtjänst")
    expect(page.locator("[data-trad-lage]")).to_have_text("Utfall, efter 3 svar")
    page.get_by_role("button", name="Tillbaka").click()
    node(page, "identifierbar")
    page.go_back()
    node(page, "ingen-person")
    page.go_back()
    node(page, "identifierbar")
    page.get_by_role("button", name="Börja om").click()
    node(page, "var")
    expect(page.locator("[data-trad-steg]")).to_be_hidden()
    assert seen.faults == []


def test_tree_works_from_the_keyboard_alone(visit: Callable[..., Visit]) -> None:
    page = visit().open(TREE)
    answer(page, "I kommunens socialtjänst")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    node(page, "larmat")


def test_an_address_with_a_name_leads_straight_there(visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{TREE}#grovt-brott")
    node(page, "grovt-brott")
    expect(page.get_by_role("button", name="Börja om")).to_be_visible()


def test_tree_keeps_nothing(visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{TREE}#grovt-brott")
    page.locator("#grovt-brott input[type=checkbox]").first.check()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.reload()
    assert page.locator("#grovt-brott input[type=checkbox]:checked").count() == 0


def test_without_scripts_every_answer_is_a_link_to_a_section(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).open(TREE)
    goals = [link.get_attribute("href") for link in page.locator(".trad__svar a").all()]
    assert goals
    for goal in set(goals):
        expect(page.locator(f"section[id='{str(goal)[1:]}']")).to_be_visible()


def test_choice_above_the_changes(visit: Callable[..., Visit]) -> None:
    page = visit().open(CHANGES)
    every = page.locator("[data-urval-post]").count()
    expect(page.locator("[data-urval-antal]")).to_have_text(f"Visar alla {every} ändringar")
    page.get_by_label("Skola").check()
    shown = page.locator("[data-urval-post]:visible").count()
    assert 0 < shown < every
    expect(page.locator("[data-urval-antal]")).to_have_text(f"Visar {shown} av {every} ändringar")
    page.get_by_role("button", name="Visa alla").click()
    expect(page.locator("[data-urval-post]:visible")).to_have_count(every)


def test_changes_are_all_there_without_scripts(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).open(CHANGES)
    posts = page.locator("[data-urval-post]")
    expect(page.locator("[data-urval-post]:visible")).to_have_count(posts.count())
    expect(page.locator("[data-urval-val]")).to_be_hidden()
