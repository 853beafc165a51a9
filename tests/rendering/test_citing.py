"""Citations of law in text become links, and nothing else does."""

from __future__ import annotations

import pytest

from handbok.law.acts import acts_of
from handbok.model import Handbook
from handbok.rendering.citing import link_citations

NBSP = "\N{NO-BREAK SPACE}"


def linked(html: str, handbook: Handbook) -> str:
    return link_citations(html, acts_of(handbook), handbook.entries).replace(NBSP, " ")


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("10 kap. 18 a § OSL", "lagrum/osl-10-18a"),
        ("19 kap. 1 § socialtjänstlagen", "lagrum/sol-19-1"),
        ("6 kap. 11 § brottsbalken", "lagrum/brb-6-11"),
    ],
)
def test_a_citation_becomes_a_link(text: str, id_: str, handbook: Handbook) -> None:
    assert f'href="id:{id_}"' in linked(f"<p>Se {text} först.</p>", handbook)


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="id:x/y">10 kap. 18 a § OSL</a></p>',
        "<p>klockan 10:18 och 5 § i planen</p>",
        "<p>99 kap. 1 § OSL</p>",
    ],
)
def test_other_things_are_left_as_they_are(html: str, handbook: Handbook) -> None:
    assert linked(html, handbook) == html


def test_signs_around_a_citation_stay_escaped(handbook: Handbook) -> None:
    html = linked("<p>A &amp; B &lt;x&gt; 10 kap. 18 a § OSL &amp; C</p>", handbook)
    assert "A &amp; B &lt;x&gt; <a" in html
    assert html.endswith("</a> &amp; C</p>")
