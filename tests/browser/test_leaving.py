"""The way to leave quickly: by button, by Shift three times, without scripts, from a folder; only where it is meant."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import Open, Visit
from handbok.rendering.plain import EXIT
from handbok.site.leaving import offers_a_way_out

pytestmark = pytest.mark.browser

HELP = "kontakt/kvinnofridslinjen.html"


def with_a_weather_page(seen: Visit) -> Page:
    """The page that the button leads to, answered here: a test asks nobody else."""

    def answer(route: Route) -> None:
        route.fulfill(content_type="text/html", body="<title>Vädret</title><h1>Vädret</h1>")

    seen.page.route(f"{EXIT}**", answer)
    return seen.page


def test_the_button_leads_away_and_says_so(visit: Open) -> None:
    seen = visit()
    page = with_a_weather_page(seen)
    seen.open(HELP)
    button = page.get_by_role("link", name="Lämna sidan", exact=True)
    assert button.bounding_box()["height"] >= 44  # type: ignore[index]
    assert "noreferrer" in str(button.get_attribute("rel"))
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    expect(button).to_be_in_viewport()
    button.click()
    page.wait_for_url(f"{EXIT}**")
    assert [url for url in seen.foreign if not url.startswith(EXIT)] == []


def test_shift_three_times_leads_away_and_other_keys_do_not(visit: Open) -> None:
    seen = visit()
    page = with_a_weather_page(seen)
    seen.open(HELP)
    status = page.locator("[data-lamna] [role=status]")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Skift. Tryck två gånger till för att lämna sidan.")
    page.keyboard.press("a")
    expect(status).to_have_text("Tiden gick ut. Du är kvar på sidan.")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    expect(status).to_have_text("Skift. Tryck en gång till för att lämna sidan.")
    page.keyboard.press("Shift")
    page.wait_for_url(f"{EXIT}**")


def test_the_page_is_blank_while_the_other_is_fetched(visit: Open) -> None:
    seen = visit()
    page = seen.page
    page.route(f"{EXIT}**", lambda route: route.fulfill(status=204))  # a page that never comes
    seen.open(HELP)
    page.get_by_role("link", name="Lämna sidan", exact=True).click(no_wait_after=True)
    expect(page.get_by_role("alert")).to_have_text("Lämnar sidan.")
    expect(page.locator("h1")).to_be_hidden()


def test_without_scripts_it_is_a_link_first_in_the_order_of_the_keyboard(visit: Open) -> None:
    seen = visit(java_script_enabled=False)
    page = with_a_weather_page(seen)
    seen.open(HELP)
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    expect(first).to_have_text("Lämna sidan nu")
    expect(first).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{EXIT}**")


def test_it_stands_where_somebody_at_risk_may_come_and_tells_what_it_cannot_hide(visit: Open) -> None:
    for address in ("index.html", "amne/index.html", "beslutstrad/far-jag-dela-uppgiften.html", "sok.html", HELP):
        assert offers_a_way_out(address)
    for address in ("steg/index.html", "forvalta/index.html", "mall/swot.html", "data/index.html"):
        assert not offers_a_way_out(address)
    seen = visit()
    page = seen.open("steg/index.html")
    expect(page.locator("[data-lamna]")).to_have_count(0)
    page = seen.open("index.html")
    page.get_by_role("link", name="Så lämnar du inga spår").click()
    expect(page.locator("#dolj-inte")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Sidorna du har läst står kvar i webbläsarens historik")
    assert seen.faults == []
