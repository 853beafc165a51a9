"""The knowledge support in a browser: one's municipality by keyboard, examples by choice, figures, dates gone by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from browser.conftest import Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("typed", "name"), [("helsingb", "Helsingborg"), ("ostersund", "Östersund"), ("BJUV", "Bjuv")])
def test_a_municipality_is_found_by_keyboard(typed: str, name: str, visit: Callable[..., Visit]) -> None:
    page = visit().open("lan/index.html")
    field = page.get_by_label("Din kommun")
    field.focus()
    page.keyboard.insert_text(typed)
    expect(page.locator("[data-urval-post]:visible")).to_have_count(1)
    expect(page.locator("[data-urval-antal]")).to_have_text("Visar 1 av 290 kommuner")
    page.keyboard.press("Enter")
    page.wait_for_url("**/lan/*.html#*")
    expect(page.locator(":target")).to_contain_text(name)


def test_no_such_municipality_leaves_an_empty_list_and_says_so(visit: Callable[..., Visit]) -> None:
    page = visit().open("lan/index.html")
    page.get_by_label("Din kommun").fill("<b>zzz</b> [(*")
    expect(page.locator("[data-urval-antal]")).to_have_text("Visar 0 av 290 kommuner")
    page.keyboard.press("Enter")
    assert page.url.endswith("lan/index.html")


def test_without_scripts_every_municipality_is_a_link(visit: Callable[..., Visit]) -> None:
    page = visit(java_script_enabled=False).open("lan/index.html")
    expect(page.locator("[data-urval-val]")).to_be_hidden()
    assert page.locator("[data-urval-post] a[href*='#']").count() == 290


def test_examples_are_chosen_by_county_kind_and_evidence(visit: Callable[..., Visit]) -> None:
    page = visit().open("exempel/index.html")
    every = page.locator("[data-urval-post]:visible").count()
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    page.get_by_label("Räknat").check()
    counted = page.locator("[data-urval-post]:visible")
    assert 0 < counted.count() < every
    assert {post.get_attribute("data-evidens") for post in counted.all()} == {"raknat"}
    page.get_by_label("Skåne").check()
    assert all("lan/12" in (post.get_attribute("data-lan") or "") for post in counted.all())


@pytest.mark.parametrize(("width", "shown"), [(1280, "bred"), (375, "smal")])
def test_a_figure_is_drawn_for_the_width_and_told_as_text(width: int, shown: str, visit: Callable[..., Visit]) -> None:
    page = visit(viewport={"width": width, "height": 900}).open("figur/arendets-vag.html")
    pictures = page.locator(".figur__bild:visible")
    expect(pictures).to_have_count(1)
    assert f"figur__bild--{shown}" in (pictures.get_attribute("class") or "")
    drawn = pictures.bounding_box()
    assert drawn
    scale = drawn["width"] / float((pictures.get_attribute("viewBox") or "0 0 1 1").split()[2])
    assert scale * 12 >= 11, "the smallest text of a figure is smaller than 11 pixels"
    page.get_by_text("Figuren som text").click()
    expect(page.locator(".figur__text li").first).to_be_visible()


def test_a_day_gone_by_is_told(visit: Callable[..., Visit]) -> None:
    seen = visit()
    seen.page.clock.install(time="2030-01-01T12:00:00")
    page = seen.open("kontakt/bris.html")
    expect(page.locator(".for-gammal")).to_contain_text("För gammal")
    fresh = visit()
    fresh.page.clock.install(time="2026-11-22T12:00:00")
    expect(fresh.open("kontakt/bris.html").locator(".for-gammal")).to_have_count(0)
