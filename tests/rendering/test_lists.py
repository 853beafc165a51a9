"""Lists that depend on what was printed."""

from __future__ import annotations

import pytest

from handbok.model import Handbook, Mall
from handbok.rendering import Renderer
from handbok.rendering.plain import PLAIN
from support import PROJECT

BOOKS = {
    "handboken.pdf": 9_600_000,
    "handboken-kort.pdf": 400_000,
    "pack-hela-metoden.pdf": 1,
    "pack-hela-metoden.zip": 1,
    "pack-steg-6.pdf": 1,
    "pack-steg-6.zip": 1,
}


@pytest.mark.parametrize("books", [{}, BOOKS], ids=["utan bok", "med bok"])
def test_the_gallery_leads_to_the_books_that_were_printed(handbook: Handbook, books: dict[str, int]) -> None:
    renderer = Renderer(handbook, PROJECT / "overrides", {**PLAIN, "bocker": books})
    drawn = renderer.listing("mall", handbook.all(Mall))
    for name in BOOKS:
        assert drawn.count(f'href="rot:utskrift/{name}"') == (1 if name in books else 0)
    assert ("9,6 MB" in drawn) == bool(books)
