"""An editor changes a paragraph in the browser on this computer; the file differs in what was changed and no more."""

from __future__ import annotations

import difflib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from handbok.serving.answering import server
from handbok.serving.command import the_editor
from handbok.serving.state import State
from support import PROJECT

PATIENCE = 30_000
"""Milliseconds for the editor to start on a busy machine."""

pytestmark = pytest.mark.browser


@dataclass
class Desk:
    """An editor's browser, and the files it changes."""

    page: Page
    base: str
    content: Path
    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, id_: str) -> Page:
        self.page.goto("about:blank")
        typ, _, slug = id_.partition("/")
        self.page.goto(f"{self.base}/redigera/#/collections/{typ}/entries/{slug}")
        self.page.get_by_text("Redigerar i samlingen").wait_for(timeout=PATIENCE)
        return self.page

    def save(self) -> None:
        self.page.get_by_role("button", name="Publicera").first.click()
        self.page.get_by_role("menuitem", name="Publicera nu").click()
        expect(self.page.get_by_text("Ändringar sparade")).to_be_visible(timeout=PATIENCE)

    def changed(self, id_: str) -> list[str]:
        """The lines of an entry's file that came and went."""
        before, after = (folder / f"{id_}.yml" for folder in (PROJECT / "content", self.content))
        lines = (path.read_text(encoding="utf-8").splitlines() for path in (before, after))
        return [line for line in difflib.unified_diff(*lines, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")]


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    work = tmp_path_factory.mktemp("redigera")
    shutil.copytree(PROJECT / "content", work / "content")
    with server(0, work / "site", State(), the_editor(work / "content", work / "redigera")) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        context = browser.new_context(locale="sv-SE")
        found = Desk(context.new_page(), f"http://127.0.0.1:{serving.server_address[1]}", work / "content")
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("pageerror", lambda error: found.faults.append(str(error)))
        found.page.goto(f"{found.base}/redigera/")
        found.page.get_by_role("button", name="Logga in").click(timeout=PATIENCE)
        found.page.get_by_text("Samlingar").wait_for(timeout=PATIENCE)
        yield found
        context.close()
        serving.shutdown()


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
