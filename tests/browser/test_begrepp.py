"""A marked term: its meaning on hover, focus and tap, gone with Escape; a plain link without scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.conftest import Visit

pytestmark = pytest.mark.browser

PAGE = "steg/kartlagg-problembilden.html"


def test_focus_shows_and_escape_hides(visit: Callable[..., Visit]) -> None:
    seen = visit()
    page = seen.open(PAGE)
    word, meaning = page.locator("a.begreppslank").first, page.locator("[role=tooltip]")
    word.focus()
    expect(meaning).to_be_visible()
    expect(meaning).to_have_text(str(word.get_attribute("data-begrepp")))
    assert word.get_attribute("aria-describedby") == meaning.get_attribute("id")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    assert seen.faults == seen.foreign == []


def test_hover_shows_and_the_pointer_may_rest_on_it(visit: Callable[..., Visit]) -> None:
    page = visit().open(PAGE)
    word, meaning = page.locator("a.begreppslank").nth(1), page.locator("[role=tooltip]")
    word.hover()
    expect(meaning).to_be_visible()
    meaning.hover()
    page.wait_for_timeout(400)
    expect(meaning).to_be_visible()
    page.mouse.move(2, 2)
    expect(meaning).to_be_hidden()


def test_first_tap_shows_and_second_follows(visit: Callable[..., Visit]) -> None:
    page = visit(has_touch=True, viewport={"width": 320, "height": 640}).open(PAGE)
    word, meaning = page.locator("a.begreppslank").first, page.locator("[role=tooltip]")
    goal = str(word.get_attribute("href")).removeprefix("../")
    word.tap()
    expect(meaning).to_be_visible()
    box = meaning.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.url.endswith(PAGE)
    word.tap()
    page.wait_for_url(f"**/{goal}")


def test_each_term_stands_marked_once_and_never_in_a_heading(visit: Callable[..., Visit]) -> None:
    page = visit().open(PAGE)
    goals = [link.get_attribute("href") for link in page.locator("a.begreppslank").all()]
    assert len(goals) > 5
    assert len(goals) == len(set(goals))
    assert page.locator("h1 .begreppslank, h2 .begreppslank, a a, button .begreppslank").count() == 0


def test_without_scripts_it_is_a_link(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).open(PAGE)
    page.locator("a.begreppslank").first.click()
    page.wait_for_url("**/begrepp/*.html")
