"""Python and the browser read words alike, and one form stands for a word's inflections."""

from __future__ import annotations

import json

import pytest

from handbok.model import Handbook
from handbok.searching.documents import Document
from handbok.searching.register import Reader, vocabulary
from handbok.searching.words import Stemmer, fold, tokens
from support import run_script


def test_python_and_browser_agree_on_every_word_of_the_content(
    handbook: Handbook, found: tuple[Document, ...], reader: Reader, words_script: list[str]
) -> None:
    words = [
        *vocabulary(found),
        "orosanmälningarna",
        "ovning",
        "hjälplöst",
        "människohandeln",
        "café",
        "x1y",
        "2025:170",
    ]
    endings = json.dumps(handbook.search.andelser)
    theirs = run_script(words_script, f"{json.dumps(words)}.map(window.handbok.sprak({endings}).stam)")
    ours = [reader.stemmer.stem(word) for word in words]
    assert len(words) > 5000
    assert [(w, a, b) for w, a, b in zip(words, ours, theirs, strict=True) if a != b] == []


def test_python_and_browser_cut_texts_alike(found: tuple[Document, ...], words_script: list[str]) -> None:
    texts = [text for document in found for _, text in document.texts]
    texts += ["10 kap. 18 a § OSL, SFS 2025:170", "a\u0308r e\u0301 ÅÄÖ", "snabel_a@exempel.se 😀 <b>x</b>", ""]
    assert run_script(words_script, f"{json.dumps(texts)}.map(window.handbok.dela)") == [tokens(text) for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("orosanmälan", "orosanmälningarna"),
        ("anmäla", "anmälan"),
        ("kvinna", "kvinnan"),
        ("möte", "mötet"),
        ("människohandel", "människohandeln"),
        ("övning", "ovning"),
    ],
)
def test_inflections_share_a_form(one: str, other: str, reader: Reader) -> None:
    assert reader.stemmer.stem(one) == reader.stemmer.stem(other)


def test_of_an_ending_with_a_hyphen_only_the_rest_is_taken() -> None:
    assert Stemmer(["el-n"]).stem("handeln") == "handel"
    assert Stemmer(["an"]).stem("man") == "man"


def test_dots_are_folded_and_numbers_left() -> None:
    assert fold("överlämning à é") == "overlamning a e"
    assert Stemmer(["an"]).stem("18a") == "18a"
    assert tokens("SFS 2025:170, kap. 6") == ["sfs", "2025:170", "kap", "6"]
