"""The zip unpacked on a stick: everything works from a folder with spaces and å in its name and the network off."""

from __future__ import annotations

import os
import zipfile
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Open
from handbok.site.bundling import INNER, START, TOP, write_zip
from support import EPOCH, Build

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def unpacked(site: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
    folder = tmp_path_factory.mktemp("usb") / "Mina dokument på stickan"
    folder.mkdir()
    write_zip(site.folder, folder / "z.zip", date(2026, 11, 21))
    with zipfile.ZipFile(folder / "z.zip") as archive:
        archive.extractall(folder)
    return folder / TOP


@pytest.fixture
def base(unpacked: Path) -> str:
    return unpacked.as_uri()


def test_everything_essential_works_from_the_unpacked_zip(visit: Open, unpacked: Path) -> None:
    seen = visit(offline=True)
    page = seen.open(START)
    page.wait_for_url("**/handbok/index.html")
    expect(page.locator("[data-kopia-text]")).to_contain_text("Du läser en kopia. Innehållet är från")
    page.locator("#sok-falt").fill("orosanmälan")
    page.locator("[data-sok-ruta] [data-id]").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok.html?q=*")
    page.locator("[data-sok-resultat] .traff__titel").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text()
    seen.open(f"{INNER}/beslutstrad/far-jag-dela-uppgiften.html")
    page.locator(".trad__svar a:visible").first.click()
    expect(page.get_by_role("link", name="Tillbaka")).to_be_visible()
    seen.open(f"{INNER}/sjalvskattning/ar-ni-redo.html")
    expect(page.locator("[data-skattning-svar]")).to_be_visible()
    seen.open(f"{INNER}/mall/swot.html")
    layout = page.locator(".omrade").first.evaluate("e => getComputedStyle(e).getPropertyValue('--kolumn')")
    assert layout.strip()
    seen.open(f"{INNER}/data/index.html")
    for address in page.locator("article a[href$='.csv']").evaluate_all("links => links.map(link => link.href)")[:3]:
        assert Path(page.evaluate("url => decodeURIComponent(new URL(url).pathname)", address)).is_file()
    seen.open(f"{INNER}/om/sparat.html")
    expect(page.locator("[data-sparat-lage]")).to_contain_text("Du läser redan handboken ur en mapp")
    assert seen.foreign == []
    assert seen.faults == []
