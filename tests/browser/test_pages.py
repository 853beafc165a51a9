"""Every kind of page in a real browser: it opens, asks nobody else for anything, and is sound for axe."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from browser.conftest import Open, Visit
from handbok.model import Handbook, Mall
from support import PROJECT

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "steg/index.html",
    "steg/identifiera-utgangspunkten.html",
    "ovning/index.html",
    "ovning/icebreaker.html",
    "arbetspass/index.html",
    "arbetspass/steg-2-pass-2.html",
    "tidsplan/index.html",
    "tidsplan/arton-manader.html",
    "kartlaggning/index.html",
    "sjalvskattning/ambitionsniva.html",
    "mall/index.html",
    "mall/swot.html",
    "fall/sugardejtaren.html",
    "forfattning/osl.html",
    "lagrum/osl-10-18a.html",
    "lagrum/brb-6-11.html",
    "kontakt/index.html",
    "kontakt/kvinnofridslinjen.html",
    "begrepp/manniskohandel.html",
    "kalla/stad-for-stad.html",
    "om/index.html",
    "beslutstrad/far-jag-dela-uppgiften.html",
    "beslutstrad/far-jag-dela-uppgiften/grovt-brott.html",
    "lag/nytt.html",
    "lag/stallning.html",
    "stallning/barn.html",
    "sjalvskattning/ar-ni-redo.html",
    "forvalta/index.html",
    "amne/index.html",
    "amne/betanketid.html",
    "indikator/index.html",
    "indikator/barn.html",
    "roll/socialjour.html",
    "exempel/index.html",
    "exempel/helsingborg-natverk.html",
    "statistik/nationellt-misstankta-fall.html",
    "figur/arendets-vag.html",
    "lan/index.html",
    "lan/12.html",
    "regionkoordinator/stockholm.html",
    "kontakt/kontrollerade.html",
    "data/index.html",
    "sok.html",
    "404.html",
)
"""One of each kind."""

AXE = (PROJECT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDE, NARROW, ZOOMED = (1280, 900), (320, 640), (320, 256)
"""Sizes in pixels; the last is a screen of 1,280 × 1,024 enlarged to 400 %."""


@pytest.mark.parametrize("address", PAGES)
def test_opens_without_faults_and_asks_nobody_else(address: str, visit: Open, base: str) -> None:
    if address == "404.html" and base.startswith("file:"):
        return  # a server's page: nobody comes to it in a folder
    assert_sound(visit(offline=base.startswith("file:")), address)


def assert_sound(seen: Visit, address: str) -> None:
    """The page has one heading, its language, no sideways scroll, no faults, and asks nobody else for anything."""
    page = seen.open(address)
    page.wait_for_load_state("networkidle")
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "sv"
    for width, height in (NARROW, ZOOMED):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert seen.foreign == []
    assert seen.faults == []
    assert page.context.cookies() == []


def judge(page: Page, where: str) -> list[str]:
    """What axe finds on the page as it is."""
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")
    found: dict[str, Any] = page.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    return [f"{where}: {v['id']}: {[node['html'][:120] for node in v['nodes'][:3]]}" for v in found["violations"]]


def judged(visit: Open, address: str) -> list[str]:
    """What axe finds in light and dark, wide and narrow, with the search and the menu open."""
    page = visit(viewport={"width": WIDE[0], "height": WIDE[1]}, bypass_csp=True).open(address)
    page.evaluate(AXE)
    told = judge(page, "brett, ljust")
    page.emulate_media(color_scheme="dark")
    page.locator("#sok-falt, #sok-sida").first.fill("orosanmälan barn")
    page.locator("[data-sok-ruta] [data-id], [data-sok-resultat] [data-id]").first.wait_for()
    told += judge(page, "brett, mörkt, sökning öppen")
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    told += judge(page, "smalt, mörkt")
    page.emulate_media(color_scheme="light")
    page.locator(".huvud__lada > summary").click()
    return told + judge(page, "smalt, ljust, meny öppen")


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(address: str, visit: Open, base: str) -> None:
    if base.startswith("file:"):
        return  # the same bytes; axe judges them over http
    assert judged(visit, address) == []


def test_links_between_entries_lead_home(visit: Open) -> None:
    seen = visit()
    page = seen.open("steg/identifiera-utgangspunkten.html")
    page.get_by_role("link", name="Icebreaker").first.click()
    page.wait_for_load_state("networkidle")
    assert "Icebreaker" in page.locator("h1").inner_text()


def test_gallery_shows_every_sheet_and_lets_one_choose(visit: Open, handbook: Handbook) -> None:
    page = visit().open("mall/index.html")
    every = page.locator("[data-urval-post]")
    assert every.count() == len(handbook.all(Mall))
    assert page.locator("[data-urval-post] img").count() == every.count()
    page.get_by_label("Steg 6", exact=True).check()
    page.get_by_label("A3", exact=True).check()
    shown = page.locator("[data-urval-post]:visible")
    assert 0 < shown.count() < every.count()
    assert {shown.nth(number).get_attribute("data-papper") for number in range(shown.count())} == {"A3"}
    page.get_by_role("button", name="Visa alla").click()
    assert page.locator("[data-urval-post]:visible").count() == every.count()


def test_gallery_is_a_plain_list_without_scripts(visit: Open, handbook: Handbook) -> None:
    page = visit(java_script_enabled=False).open("mall/index.html")
    assert page.locator("[data-urval-post]:visible").count() == len(handbook.all(Mall))
    assert page.locator("[data-urval-val]").is_hidden()
