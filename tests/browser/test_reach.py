"""What no automatic judge sees: the order of the keyboard and the ring around it, forced colours, motion, paper."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open

pytestmark = pytest.mark.browser

FOCUS = """() => {
  const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return {
    name: (on.getAttribute('aria-label') || on.textContent || on.id || on.tagName).trim().replace(/\\s+/g, ' '),
    top: box.top + scrollY, width: box.width, height: box.height,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight && (on.contains(over) || !!over && over.contains(on)),
    in: ['header', 'nav', 'main', 'footer'].filter(name => on.closest(name)),
  };
}"""


def tabs(page: Page, times: int) -> list[dict[str, Any]]:
    """What has the keyboard after each of so many steps."""
    found = []
    for _ in range(times):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUS))
    return found


@pytest.mark.parametrize("address", ["index.html", "kontakt/index.html", "steg/identifiera-utgangspunkten.html"])
@pytest.mark.parametrize("width", [1280, 320])
def test_the_keyboard_goes_the_way_of_the_eye(address: str, width: int, visit: Open) -> None:
    page = visit(viewport={"width": width, "height": 800}, reduced_motion="reduce").open(address)
    stops = tabs(page, 30)
    assert [stop["name"] for stop in stops if not stop["ring"]] == []
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    assert [stop["name"] for stop in stops if stop["height"] < 24 and "main" not in stop["in"]] == []
    places = ["main" if "main" in stop["in"] else "head" for stop in stops]
    assert places == sorted(places)
    leaves = address != "steg/identifiera-utgangspunkten.html"
    assert stops[0]["name"] == ("Lämna sidan nu" if leaves else "Gå till innehållet")


def test_the_skip_link_leads_past_the_head(visit: Open) -> None:
    page = visit().open("steg/index.html")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå till innehållet")
    page.keyboard.press("Enter")
    assert tabs(page, 1)[0]["in"][-1] == "main" or "main" in page.evaluate(FOCUS)["in"]


def test_menu_and_search_open_and_close_by_keyboard(visit: Open) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open("index.html")
    summary = page.locator(".huvud__lada > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Meny").get_by_role("link", name="Kontakter")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".huvud__lada")).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()


NAMES = """Array.from(document.querySelectorAll('nav,aside,[role=search],[role=region]'),
  e => e.getAttribute('aria-label') || e.getAttribute('aria-labelledby'))"""


def test_landmarks_have_names(visit: Open) -> None:
    seen = visit()
    for address in ("index.html", "kontakt/index.html", "lagrum/osl-10-18a.html", "om/sparat.html", "sok.html"):
        assert None not in seen.open(address).evaluate(NAMES), address


def test_forced_colours_and_reduced_motion(visit: Open) -> None:
    page = visit(forced_colors="active", reduced_motion="reduce").open("kontakt/index.html")
    stops = tabs(page, 12)
    assert all(stop["ring"] for stop in stops)
    border = "e => getComputedStyle(e).borderTopStyle"
    assert page.locator("[data-lamna] a").evaluate(border) == "solid"
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    current = page.locator(".huvud__meny [aria-current]").first
    assert current.evaluate("e => getComputedStyle(e, '::after').backgroundColor") != page.evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )
    assert page.evaluate("document.getAnimations().length") == 0


def test_paper_has_the_page_and_not_the_shell(visit: Open) -> None:
    page = visit(color_scheme="dark").open("kontakt/kvinnofridslinjen.html")
    page.emulate_media(media="print")
    for hidden in (".huvud__inre", "[data-lamna]", ".brodsmulor", ".hoppa"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("[data-innehallets-dag]")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in (
        "rgba(0, 0, 0, 0)",
        "rgb(255, 255, 255)",
    )
