"""LIX by hand, and what of a page counts as running text."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbok.benching.text import measure_text, readings
from handbok.problems import Stop


def test_lix_is_counted_as_its_author_did() -> None:
    words, length, lix = measure_text(["Kommunen samverkar med polisen. Det tar tid.", "Ett stycke till"])
    assert (words, length) == (10, pytest.approx(10 / 3))
    assert lix == pytest.approx(10 / 3 + 100 * 3 / 10), "kommunen, samverkar and polisen are longer than six letters"


def test_nothing_has_no_figures() -> None:
    assert measure_text(["", "1 2 3"]) == (0, 0.0, 0.0)


def test_only_running_text_of_the_article_counts_once(tmp_path: Path) -> None:
    body = "<p>" + "Vi möts här idag. " * 20 + "</p><ul><li><p>" + "Vi ses. " * 5 + "</p></li></ul>"
    page = f"<body><p>Utanför</p><article><h1>Rubrik</h1><nav><p>Meny</p></nav>{body}<footer><p>Källa</p></footer>"
    (tmp_path / "index.html").write_text(f"{page}</article></body>", encoding="utf-8")
    found = readings(tmp_path)
    assert [(one.sida, one.ord) for one in found] == [("index.html", 90)]
    assert found[0].meningslangd == 3.6


def test_without_a_site_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="Bygg den först"):
        readings(tmp_path)
