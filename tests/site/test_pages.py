"""Pages of entries and the finishing pass."""

from __future__ import annotations

import pytest

from handbok.model import Handbook
from handbok.problems import Stop
from handbok.site.finishing import finish
from handbok.site.glossary import Glossary
from handbok.site.pages import pages, relative


def test_a_page_is_its_heading_and_one_call(handbook: Handbook) -> None:
    for page in pages(handbook):
        _, _, body = page.markdown.split("---\n", 2)
        heading, call = [line for line in body.splitlines() if line]
        assert heading.startswith("# ")
        assert call == f"{{{{ visa('{page.entry.id}') }}}}"


def test_every_entry_stands_on_some_page(handbook: Handbook) -> None:
    own = {page.entry.id for page in pages(handbook)}
    assert {entry.id for entry in handbook if entry.sida == entry.id} == own


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("ovning/swot.html", "index.html", "ovning/swot.html"),
        ("ovning/swot.html", "steg/x.html", "../ovning/swot.html"),
        ("ovning/swot.html", "ovning/icebreaker.html", "swot.html"),
        ("lan/12.html#1283", "forvalta/beslut/0001.html", "../../lan/12.html#1283"),
    ],
)
def test_addresses_are_relative(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


def test_links_are_led_home(handbook: Handbook) -> None:
    html = '<a href="id:ovning/swot">x</a> <img src="rot:utskrift/swot.png"> <a href="https://exempel.se/id:y">z</a>'
    assert finish(html, "steg/x.html", handbook, Glossary(handbook)).html == (
        '<a href="../ovning/swot.html">x</a> <img src="../utskrift/swot.png"> <a href="https://exempel.se/id:y">z</a>'
    )


def test_a_link_to_nothing_stops(handbook: Handbook) -> None:
    with pytest.raises(Stop, match="inte finns"):
        finish('<a href="id:ovning/borta">x</a>', "index.html", handbook, Glossary(handbook))
