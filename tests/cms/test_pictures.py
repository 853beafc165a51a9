"""The pictures of the guide *Din första ändring* are the editor as it is; `--update` makes them anew."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import expect

from support import PROJECT
from workdesk import PATIENCE, Desk

FOLDER = PROJECT / "docs" / "forvalta" / "bilder"
GUIDE = PROJECT / "docs" / "forvalta" / "din-forsta-andring.md"
COLOURS = 32
LARGEST = 60_000
"""Bytes of a picture."""
LIKE = 12
"""How much the grey of small copies may differ, of 255: other fonts, not another page."""

pytestmark = pytest.mark.browser


def compare(name: str, shot: bytes, update: bool) -> None:
    """Hold a kept picture against the page; with `update` the page becomes the picture."""
    path = FOLDER / name
    if update:
        Image.open(BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    kept, now = (Image.open(file).convert("L").resize((50, 32)) for file in (path, BytesIO(shot)))
    assert ImageStat.Stat(ImageChops.difference(kept, now)).mean[0] < LIKE, f"{name}: kör provet med --update"
    assert path.stat().st_size < LARGEST


def test_the_guide_shows_the_editor_as_it_is(desk: Desk, request: pytest.FixtureRequest) -> None:
    update = request.config.getoption("--update")
    page = desk.page
    page.goto("about:blank")
    page.goto(f"{desk.base}/redigera/#/collections/lagrum")
    page.get_by_text("Filerna i content/lagrum/").wait_for(timeout=PATIENCE)
    page.locator("a[href*=entries]").first.wait_for(timeout=PATIENCE)
    compare("redigera-lista.png", page.screenshot(), update)

    desk.open("lagrum/osl-10-24")
    page.get_by_label("Betydelse").first.scroll_into_view_if_needed()
    page.get_by_text("Vad paragrafen innebär, med egna ord").scroll_into_view_if_needed()
    compare("redigera-falt.png", page.screenshot(), update)

    page.locator("input[type=date]").last.fill("2026-11-23")
    page.get_by_role("button", name="Publicera").first.click()
    expect(page.get_by_role("menuitem", name="Publicera nu")).to_be_visible()
    compare("redigera-spara.png", page.screenshot(), update)
    page.get_by_role("menuitem", name="Publicera nu").click()
    expect(page.get_by_text("Ändringar sparade")).to_be_visible(timeout=PATIENCE)


def test_the_guide_has_every_picture_with_words_for_it() -> None:
    shown = re.findall(r"!\[([^\]]{20,})\]\(bilder/([\w-]+\.png)\)", GUIDE.read_text(encoding="utf-8"))
    assert [name for _, name in shown] == ["redigera-lista.png", "redigera-falt.png", "redigera-spara.png"]
