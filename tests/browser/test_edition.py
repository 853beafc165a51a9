"""A municipality's own edition in a real Chromium: over http and from a folder, the network off, in light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Open, served
from browser.test_pages import NARROW, WIDE, assert_sound, judged
from editions.made import Editions
from handbok.editions.facts import COLOUR

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "steg/identifiera-utgangspunkten.html",
    "kontakt/index.html",
    "kontakt/lokal-socialjouren.html",
    "mall/natverksrutin.html",
    "lokalt/var-vag.html",
    "om/utgavan.html",
    "om/tillganglighet.html",
    "om/personuppgifter.html",
    "sok.html",
)
"""Where an edition differs most from the handbook."""
NAME = "Exempelstads kommun"


@pytest.fixture(scope="module")
def folder(editions: Editions) -> Path:
    return editions.out / "exempelstad"


@pytest.fixture(scope="module")
def http_base(folder: Path) -> Iterator[str]:
    yield from served(folder)


@pytest.fixture(scope="module", params=["http", "file"])
def base(request: pytest.FixtureRequest, folder: Path) -> str:
    found: str = request.getfixturevalue("http_base") if request.param == "http" else folder.as_uri()
    return found


@pytest.mark.parametrize("address", PAGES)
def test_opens_without_faults_and_says_whose_it_is(address: str, visit: Open, base: str) -> None:
    seen = visit(offline=base.startswith("file:"), viewport={"width": WIDE[0], "height": WIDE[1]})
    assert_sound(seen, address)
    page = seen.page
    assert NAME in page.title()
    expect(page.locator(".huvud__kommun")).to_have_text(NAME)
    expect(page.get_by_role("contentinfo")).to_contain_text("Socialnämnden i Exempelstad svarar för den här utgåvan.")
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    expect(page.get_by_alt_text("Exempelstads kommuns vapen, ett träd")).to_be_visible()
    assert page.locator(".huvud__logotyp").evaluate("picture => picture.naturalWidth") > 0


@pytest.mark.parametrize("width", [NARROW[0], 375, 768, 1000, WIDE[0]])
def test_the_name_breaks_only_between_words(width: int, visit: Open) -> None:
    """The head stays low and the name readable: two lines at most."""
    page = visit(viewport={"width": width, "height": 640}).open("index.html")
    name = page.locator(".huvud__kommun").bounding_box()
    head = page.locator(".huvud__inre").bounding_box()
    assert name
    assert head
    assert name["height"] < 40
    assert head["height"] < 80


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(address: str, visit: Open, base: str) -> None:
    if base.startswith("file:"):
        return  # the same bytes; axe judges them over http
    assert judged(visit, address) == []


def test_the_accent_is_the_municipality_s(visit: Open, folder: Path) -> None:
    page = visit().open("index.html")
    accent = "getComputedStyle(document.body).getPropertyValue('--farg-accent').trim()"
    assert page.evaluate(accent) == "#7a2a5c"
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert page.evaluate(accent) == "#f0b6d8"
    assert (folder / COLOUR).is_file()


def test_search_finds_the_edition_s_own_contact(visit: Open, base: str) -> None:
    seen = visit(offline=base.startswith("file:"))
    page = seen.open("index.html")
    page.locator("#sok-falt").fill("socialjouren")
    hit = page.locator("[data-sok-ruta] [data-id='kontakt/lokal-socialjouren']")
    hit.wait_for()
    hit.get_by_role("link").first.click()
    page.wait_for_url("**/kontakt/lokal-socialjouren.html*")
    expect(page.get_by_role("link", name="070-174 06 13")).to_have_attribute("href", "tel:0701740613")
    assert seen.foreign == []
    assert seen.faults == []


def test_the_edition_s_numbers_stand_under_the_country_s(visit: Open) -> None:
    page = visit().open("index.html")
    local = page.get_by_role("complementary", name=f"Hjälp i {NAME}")
    expect(local.get_by_role("link", name="070-174 06 11")).to_be_visible()
    country = page.locator(".hjalp:not(.hjalp--lokal)").first.bounding_box()
    own = local.bounding_box()
    assert country
    assert own
    assert country["y"] < own["y"]


def test_own_sheets_are_led_to_and_there(visit: Open, folder: Path) -> None:
    page = visit().open("mall/natverksrutin.html")
    names = page.locator("a[href*='utskrift/natverksrutin']").evaluate_all("links => links.map(link => link.href)")
    assert len(names) >= 4
    for name in names:
        assert (folder / "utskrift" / name.rpartition("/")[2]).is_file()
    assert "Ifyllt för Exempelstads kommun" in page.locator("main").inner_text()


def test_an_old_assessment_shows(visit: Open) -> None:
    """The build only warns, so that a corrected number gets out; the reader sees it on the page."""
    old, fresh = visit(), visit()
    for seen, day in ((old, "2028-01-01T12:00:00"), (fresh, "2026-11-22T12:00:00")):
        seen.page.clock.install(time=day)
        seen.open("om/tillganglighet.html")
    expect(old.page.locator("time[datetime='2027-10-01'] + .for-gammal")).to_contain_text("För gammal")
    expect(fresh.page.locator(".for-gammal")).to_have_count(0)
