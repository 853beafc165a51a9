"""An editor changes a paragraph in the browser on this computer; the file differs in what was changed and no more."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from workdesk import PATIENCE, Desk

pytestmark = pytest.mark.browser


def test_a_paragraph_is_changed_and_nothing_else(desk: Desk) -> None:
    page = desk.open("lagrum/osl-10-18a")
    label = page.get_by_label("Etikett", exact=True)
    expect(label).to_have_value("Unga och risk för brott")
    label.fill("Unga: risk för brott")
    page.locator("input[type=date]").last.fill("2026-11-22")
    desk.save()
    assert desk.changed("lagrum/osl-10-18a") == [
        "-etikett: Unga och risk för brott",
        '+etikett: "Unga: risk för brott"',
        "-kontrollerad: 2026-11-21",
        "+kontrollerad: 2026-11-22",
    ]


@pytest.mark.parametrize("id_", ["mall/samverkansplan", "beslutstrad/far-jag-dela-uppgiften", "kontakt/kast"])
def test_entries_of_many_parts_keep_them(desk: Desk, id_: str) -> None:
    page = desk.open(id_)
    day = page.locator("input[type=date]").last
    old = day.input_value()
    day.fill("2026-11-23")
    desk.save()
    assert desk.changed(id_) == [f"-kontrollerad: {old}", "+kontrollerad: 2026-11-23"]


def test_a_source_is_picked_by_its_name(desk: Desk) -> None:
    page = desk.open("begrepp/betanketid")
    picker = page.locator("[id^=kallor-field]").first
    picker.click()
    page.keyboard.type("Barnahus")
    choice = page.locator("[id*=option]").first
    choice.wait_for(timeout=PATIENCE)
    name = choice.inner_text().rpartition("(")[2].rstrip(")")
    choice.click()
    desk.save()
    assert desk.changed("begrepp/betanketid") == [f"+  - kalla/{name}"]


def test_nobody_else_is_asked_and_nothing_breaks(desk: Desk) -> None:
    assert desk.requests
    assert [url for url in desk.requests if not url.startswith((desk.base, "data:", "blob:", "about:"))] == []
    assert desk.faults == []
