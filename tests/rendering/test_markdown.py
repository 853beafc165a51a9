"""Text fields become HTML without anything that could run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbok.rendering import to_html
from handbok.rendering.markdown import to_inline_html


def test_links_to_ids_are_marked_for_the_page_to_resolve() -> None:
    assert to_html("Se [övningen](ovning/swot).") == '<p>Se <a href="id:ovning/swot">övningen</a>.</p>'


def test_a_link_to_something_planned_is_plain_text() -> None:
    assert to_html("Se [övningen](ovning/swot).", known=()) == "<p>Se övningen.</p>"


def test_other_links_stay() -> None:
    assert to_html("[Sida](https://exempel.se)") == '<p><a href="https://exempel.se">Sida</a></p>'


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "a <b>b</b>", "<img src=x onerror=alert(1)>", "<!-- x -->"]
)
def test_what_looks_like_a_tag_is_shown_as_text(text: str) -> None:
    html = to_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;" in html


@pytest.mark.parametrize(("text", "html"), [("en rad", "en rad"), ("*ett*", "<em>ett</em>")])
def test_inline_has_no_paragraph(text: str, html: str) -> None:
    assert to_inline_html(text) == html


@given(st.text(max_size=300))
def test_no_text_makes_an_element_that_runs(text: str) -> None:
    html = to_html(text).lower()
    assert "<script" not in html
    assert "<iframe" not in html
    assert "<svg" not in html
