"""A copy kept on the device: only when asked, read with the network off, renewed, erased; and every way it can fail."""

from __future__ import annotations

import functools
import re
import shutil
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open, QuietHandler, Visit
from support import Build

pytestmark = pytest.mark.browser

SAVED = "sparat.html"
KEPT = """async () => ({
  lador: (await caches.keys()).length,
  vakter: (await navigator.serviceWorker.getRegistrations()).length,
  val: Object.keys(localStorage).length + Object.keys(sessionStorage).length,
  kakor: document.cookie,
})"""
NOTHING = {"lador": 0, "vakter": 0, "val": 0, "kakor": ""}
SLOW = 120_000


@pytest.fixture(scope="module")
def small(site: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with the list of the copy cut to what these tests open: some seconds instead of a minute."""
    folder = tmp_path_factory.mktemp("kopia") / "site"
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("utskrift", "data"))
    worker = (folder / "sw.js").read_text(encoding="utf-8")
    wanted = re.compile(r'url:"(index|sok|om/.*|kontakt/.*|steg/index)\.html"|url:"(skript|form|typsnitt)/')
    entries = re.findall(r"\{url:\"[^\"]+\",revision:(?:null|\"[0-9a-f]+\")\}", worker)
    assert len(entries) > 1000, "listan över filer har fått en annan form"
    kept = ",".join(entry for entry in entries if wanted.search(entry))
    (folder / "sw.js").write_text(worker.replace(",".join(entries), kept), encoding="utf-8")
    assert len((folder / "sw.js").read_text(encoding="utf-8")) < len(worker)
    return folder


@pytest.fixture
def server(small: Path) -> Iterator[ThreadingHTTPServer]:
    handler = functools.partial(QuietHandler, directory=str(small))
    running = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


@pytest.fixture
def base(server: ThreadingHTTPServer) -> str:
    """Over http only: there are no service workers in a folder."""
    return f"http://127.0.0.1:{server.server_address[1]}"


def save(page: Page) -> None:
    page.get_by_role("button", name="Spara för användning utan nät").click()
    expect(page.locator("[data-sparat-lage]")).to_contain_text("En kopia är sparad", timeout=SLOW)


def test_saved_read_without_network_and_erased(visit: Open, server: ThreadingHTTPServer) -> None:
    seen = visit()
    page = seen.open("index.html")
    assert page.evaluate(KEPT) == NOTHING
    page = seen.open(f"om/{SAVED}")
    expect(page.locator("[data-sparat-storlek]")).to_contain_text(re.compile(r"ungefär \d+ MB"))
    assert page.evaluate(KEPT) == NOTHING
    save(page)
    server.shutdown()
    server.server_close()
    day = str(page.locator("[data-innehallets-dag]").text_content())
    seen.open("kontakt/kvinnofridslinjen.html")
    expect(page.locator("h1")).to_contain_text("Kvinnofridslinjen")
    expect(page.locator("[data-kopia-text]")).to_have_text(f"Du läser en sparad kopia. Innehållet är från {day}.")
    seen.open("sok.html?q=kvinnofrid")
    expect(page.locator("[data-id='kontakt/kvinnofridslinjen']").first).to_be_visible()
    assert seen.faults == []
    seen.open(f"om/{SAVED}")
    page.get_by_role("button", name="Mörkt läge").click()
    expect(page.locator("[data-sparat-farg]")).to_contain_text("Du har valt mörkt läge")
    page.get_by_role("button", name="Radera allt som är sparat").click()
    expect(page.locator("[data-sparat-lage]")).to_have_text("Ingen kopia är sparad.")
    expect(page.locator("[data-sparat-farg]")).to_contain_text("Inget val är sparat")
    assert page.evaluate(KEPT) == NOTHING


def test_a_newer_version_is_told_and_taken_when_asked(visit: Open, small: Path) -> None:
    seen = visit()
    save(seen.open(f"om/{SAVED}"))
    worker, first = small / "sw.js", small / "index.html"
    before, page_before = worker.read_text(encoding="utf-8"), first.read_text(encoding="utf-8")
    first.write_text(page_before.replace("</h1>", " – ny</h1>", 1), encoding="utf-8")
    changed = re.sub(r'(url:"index\.html",revision:")[0-9a-f]+', r"\g<1>0123456789abcdef", before)
    worker.write_text(changed, encoding="utf-8")
    try:
        page = seen.open("index.html")
        expect(page.locator("h1")).not_to_contain_text("– ny")
        expect(page.locator("[data-kopia-text]")).to_contain_text("Ny version finns", timeout=SLOW)
        page.get_by_role("button", name="Byt till den nya").click()
        expect(page.locator("h1")).to_contain_text("– ny", timeout=SLOW)
    finally:
        worker.write_text(before, encoding="utf-8")
        first.write_text(page_before, encoding="utf-8")
    assert seen.faults == []


def test_a_page_kept_from_an_earlier_edition_tells_the_day_of_the_copy(visit: Open) -> None:
    seen = visit()
    told = 'window.handbok=window.handbok||{};window.handbok.dag=["2031-02-03","3 februari 2031"];'
    seen.page.route("**/skript/dag.js", lambda route: route.fulfill(body=told, content_type="text/javascript"))
    expect(seen.open("index.html").locator("[data-innehallets-dag]")).to_have_text("3 februari 2031")


def test_only_the_copy_is_erased_when_only_that_is_asked(visit: Open) -> None:
    page = visit().open(f"om/{SAVED}")
    page.get_by_role("button", name="Mörkt läge").click()
    save(page)
    page.get_by_role("button", name="Radera kopian").click()
    expect(page.locator("[data-sparat-lage]")).to_have_text("Ingen kopia är sparad.")
    assert page.evaluate(KEPT) == {**NOTHING, "val": 1}
    page.get_by_role("button", name="Glöm valet").click()
    assert page.evaluate(KEPT) == NOTHING


def refuse_workers(page: Page) -> None:
    page.add_init_script("navigator.serviceWorker.register = () => Promise.reject(new Error('nej'))")


def refuse_storage(page: Page) -> None:
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('nej', 'SecurityError') }})"
    )


def test_what_cannot_be_saved_is_said(visit: Open, small: Path) -> None:
    """The browser refuses; a file of the copy cannot be had; the worker itself cannot be had."""
    for spoil in ("browser", "steg/index.html", "sw.js"):
        seen = visit()
        if spoil == "browser":
            refuse_workers(seen.page)
        else:
            (small / spoil).rename(small / "borta")
        try:
            page = seen.open(f"om/{SAVED}")
            page.get_by_role("button", name="Spara för användning utan nät").click()
            expect(page.locator("[data-sparat-lage]")).to_contain_text("Det gick inte att spara", timeout=SLOW)
            expect(page.get_by_role("button", name="Spara för användning utan nät")).to_be_enabled()
        finally:
            if spoil != "browser":
                (small / "borta").rename(small / spoil)


def test_a_browser_without_workers_is_told_of_the_other_way(visit: Open) -> None:
    seen = visit()
    seen.page.add_init_script("delete Navigator.prototype.serviceWorker")
    page = seen.open(f"om/{SAVED}")
    expect(page.locator("[data-sparat-lage]")).to_contain_text("tillåter inte att handboken sparas")
    expect(page.get_by_role("button", name="Spara för användning utan nät")).to_be_hidden()
    assert seen.faults == []


def test_refused_storage_harms_nothing(visit: Open) -> None:
    seen = visit()
    refuse_storage(seen.page)
    for address in ("index.html", f"om/{SAVED}", "beslutstrad/far-jag-dela-uppgiften.html"):
        page = seen.open(address)
        page.get_by_role("button", name="Mörkt läge").click()
        expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    seen.open("sok.html?q=kvinnofrid")
    expect(page.locator("[data-id='kontakt/kvinnofridslinjen']").first).to_be_visible()
    assert seen.faults == []


def test_without_scripts_nothing_is_offered(visit: Open) -> None:
    seen: Visit = visit(java_script_enabled=False)
    page = seen.open(f"om/{SAVED}")
    expect(page.locator("[data-sparat]")).to_be_hidden()
    expect(page.locator("noscript p")).to_contain_text("Därför kan ingenting sparas")
    expect(page.locator("#usb")).to_be_visible()
