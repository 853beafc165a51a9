"""Pages of entries and the finishing pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbok.model import Handbook
from handbok.model.handbook import Call, Page
from handbok.problems import Place, Stop
from handbok.rendering import Renderer
from handbok.rules.pages import okant_id_i_sida
from handbok.site.finishing import finish
from handbok.site.glossary import Glossary
from handbok.site.pages import address, pages, relative


def test_a_page_is_its_heading_and_one_call(handbook: Handbook) -> None:
    for page in pages(handbook):
        _, _, body = page.markdown.split("---\n", 2)
        heading, call = [line for line in body.splitlines() if line]
        assert heading.startswith("# ")
        assert call == f"{{{{ visa('{page.shows}') }}}}"
        assert page.shows.partition("#")[0] == page.entry.id


def test_a_piece_with_a_page_of_its_own_is_found_by_its_id_and_by_its_address(handbook: Handbook) -> None:
    tree = handbook["beslutstrad/far-jag-dela-uppgiften"]
    own = {page.address: page for page in pages(handbook) if page.entry is tree}
    assert own.keys() == {tree.id, *(f"{tree.id}/{name}" for name in tree.delsidor)}
    assert address(f"{tree.id}#grovt-brott", handbook) == f"{tree.id}/grovt-brott.html"
    assert address(f"{tree.id}#fara", handbook) == f"{tree.id}.html#fara"
    assert own[f"{tree.id}/grovt-brott"].heading == tree.delsidor["grovt-brott"].rubrik
    assert handbook.at(f"{tree.id}/grovt-brott") == (tree, "grovt-brott")
    assert handbook.at(tree.id) == (tree, "")
    assert handbook.at(f"{tree.id}/finns-inte") is handbook.at("om/index") is None


def test_a_piece_that_is_not_there_is_told(renderer: Renderer) -> None:
    with pytest.raises(Stop, match="ingen del som heter ”borta”"):
        renderer.part("beslutstrad/far-jag-dela-uppgiften#borta")


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


@pytest.mark.parametrize(
    ("macro", "piece", "told"),
    [("visa", "#grovt-brott", 0), ("visa", "#borta", 1), ("visa", "/grovt-brott", 1), ("länk", "/grovt-brott", 0)],
)
def test_a_page_may_show_and_link_to_a_piece_that_is_there(
    handbook: Handbook, macro: str, piece: str, told: int
) -> None:
    call = Call(macro, f"beslutstrad/far-jag-dela-uppgiften{piece}", Place("docs/x.md", 1))
    found = list(okant_id_i_sida(replace(handbook, pages=(Page("docs/x.md", "x", (call,)),))))
    assert len(found) == told
