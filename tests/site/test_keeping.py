"""Parts kept away from Markdown come back whole, and at once where nobody would fetch them."""

from __future__ import annotations

from markupsafe import Markup

from handbok.site.keeping import Keeping, anchors


def test_a_part_comes_back_in_its_place_on_its_own_page() -> None:
    keeping = Keeping()
    keeping.fetched = True
    first = keeping.keep(Markup("<p>ett \\1 & två</p>"))
    second = keeping.keep(Markup("<p>tre</p>"))
    assert "<p>" not in first + second
    assert keeping.give_back(f"<h1>B</h1>{second}") == "<h1>B</h1><p>tre</p>"
    assert keeping.give_back(f"<h1>A</h1>{first}") == "<h1>A</h1><p>ett \\1 & två</p>"


def test_without_anybody_to_fetch_it_a_part_is_drawn_at_once() -> None:
    assert Keeping().keep(Markup("<p>ett</p>")) == "<p>ett</p>"


def test_every_id_is_an_anchor() -> None:
    assert anchors('<h2 id="ett">x</h2><p class="a" id="två">') == {"ett", "två"}
