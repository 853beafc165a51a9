"""The tree one question at a time, its way back, and the choice above the changes of law."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit

pytestmark = pytest.mark.browser

TREE = "beslutstrad/far-jag-dela-uppgiften.html"
OUTCOME = "beslutstrad/far-jag-dela-uppgiften/grovt-brott.html"
NO_PERSON = "Går ingen att känna igen behövs ingen grund"
CHANGES = "lag/nytt.html"


def question(page: Page, name: str, *way: str) -> None:
    """Exactly this question is shown, its heading has the focus, and the address carries the way."""
    expect(page.locator("[data-trad-nod]:visible")).to_have_count(1)
    expect(page.locator(f"[id='{name}']")).to_be_visible()
    expect(page.locator(f"[id='{name}'] h2")).to_be_focused()
    assert page.url.endswith(f"{TREE}#{'vag=' + ','.join(way) if way else name}")


def outcome(page: Page, heading: str) -> None:
    """The page of an outcome is open."""
    expect(page.locator("h1")).to_have_text(heading)
    expect(page.locator("[data-trad-slut]")).to_be_visible()


def answer(page: Page, text: str) -> None:
    page.locator(".trad__svar:visible a", has_text=text).first.click()


def test_tree_shows_one_question_and_remembers_the_way(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.open(TREE)
    expect(page.locator("[data-trad-nod]:visible")).to_have_count(1)
    answer(page, "I kommunens socialtjänst")
    question(page, "fara", "var.0")
    answer(page, "Nej")
    question(page, "identifierbar", "var.0", "fara.1")
    expect(page.locator("[data-trad-lage]")).to_have_text("Fråga 3 på er väg")
    assert page.locator("[data-trad-steg] li").all_inner_texts()[0].endswith("I kommunens socialtjänst")
    answer(page, "Nej, det är en allmän bild")
    outcome(page, NO_PERSON)
    expect(page.locator("[data-trad-lage]")).to_have_text("Er väg hit, 3 svar")
    assert page.locator("[data-trad-fraga]:visible").all_inner_texts()[0].endswith("I kommunens socialtjänst")
    page.get_by_role("link", name="Tillbaka").click()
    question(page, "identifierbar", "var.0", "fara.1")
    page.go_back()
    outcome(page, NO_PERSON)
    page.go_back()
    question(page, "identifierbar", "var.0", "fara.1")
    page.locator("[data-trad-steg] a").last.click()
    question(page, "fara", "var.0")
    page.get_by_role("link", name="Börja om").click()
    question(page, "var")
    expect(page.locator("[data-trad-steg]")).to_be_hidden()
    assert seen.faults == []


def test_tree_works_from_the_keyboard_alone(visit: Callable[..., Visit]) -> None:
    page = visit().open(TREE)
    answer(page, "I kommunens socialtjänst")
    question(page, "fara", "var.0")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    question(page, "larmat", "var.0", "fara.0")


def test_an_address_leads_straight_to_its_question_or_outcome(visit: Callable[..., Visit]) -> None:
    page = visit().open(f"{TREE}#identifierbar")
    question(page, "identifierbar")
    expect(page.get_by_role("link", name="Börja om")).to_be_visible()
    answer(page, "Nej, det är en allmän bild")
    expect(page.locator("[data-trad-lage]")).to_have_text("Er väg hit, 1 svar")
    page = visit().open(OUTCOME)
    expect(page.locator("[data-trad-lage]")).to_have_text("Frågorna som leder hit")
    expect(page.locator("[data-trad-fraga]:visible").first).to_contain_text("Var arbetar du?")


@pytest.mark.parametrize(
    "way", ["#vag=var.99", "#vag=finns-inte.0", "#vag=var.0,identifierbar.1", "#vag=<b>.0", "#%E0"]
)
def test_an_address_that_is_no_way_through_the_tree_begins_anew(visit: Callable[..., Visit], way: str) -> None:
    seen = visit()
    page = seen.open(f"{TREE}{way}")
    expect(page.locator("[data-trad-nod]:visible")).to_have_count(1)
    expect(page.locator("[id='var']")).to_be_visible()
    page = seen.open(f"{OUTCOME}{way}")
    expect(page.locator("[data-trad-lage]")).to_have_text("Frågorna som leder hit")
    assert seen.faults == []


def test_tree_keeps_nothing(visit: Callable[..., Visit]) -> None:
    page = visit().open(OUTCOME)
    page.locator("input[type=checkbox]").first.check()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.reload()
    assert page.locator("input[type=checkbox]:checked").count() == 0


def test_without_scripts_every_answer_leads_to_a_section_or_a_page(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).open(TREE)
    goals = {str(link.get_attribute("href")) for link in page.locator(".trad__svar a").all()}
    sections = {goal for goal in goals if goal.startswith("#")}
    assert sections
    assert goals - sections
    for goal in sections:
        expect(page.locator(f"section[id='{goal[1:]}']")).to_be_visible()
    for goal in sorted(goals - sections)[:3]:
        page.goto(urljoin(page.url, goal))
        expect(page.locator("[data-trad-slut]")).to_be_visible()
        expect(page.get_by_role("button", name="Skriv ut")).to_be_hidden()
        page.go_back()


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
