"""An editor's browser on this computer: opens entries, saves them, tells what came of it in the files."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page, expect

from support import PROJECT

PATIENCE = 30_000
"""Milliseconds for the editor to answer on a busy machine."""


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
