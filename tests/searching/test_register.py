"""The register: its steps, its bytes, its size."""

from __future__ import annotations

import gzip
import json
from collections import Counter

from handbok.model import Handbook
from handbok.searching.documents import Document
from handbok.searching.register import FIELDS, Reader, _steps, register
from handbok.searching.writing import REGISTER, search_files
from handbok.site.pages import address

MOST_BYTES = 500_000


def test_steps_tell_distances_and_how_often() -> None:
    assert list(_steps(Counter({0: 1, 3: 2, 4: 1}))) == [1, 3, -2, 1]


def test_a_word_stands_where_it_is_said(found: tuple[Document, ...], reader: Reader) -> None:
    made = register(found, reader)
    number = next(place for place, document in enumerate(found) if document.id == "begrepp/manniskohandel")
    assert number in made.postings["manniskohandel"][FIELDS.index("titel")]
    assert number in made.postings["handel"][FIELDS.index("efterled")]
    assert number in made.postings["mannisk"][FIELDS.index("forled")]
    assert number in made.postings["begrepp/manniskohandel"][FIELDS.index("id")]


def test_same_handbook_same_bytes_and_small(handbook: Handbook) -> None:
    made = dict(search_files(handbook, (), lambda id_: address(id_, handbook)))
    assert made == dict(search_files(handbook, (), lambda id_: address(id_, handbook)))
    assert len(gzip.compress(made[REGISTER], 9)) < MOST_BYTES


def test_the_scripts_hold_one_json_text_and_nothing_that_ends_a_script(handbook: Handbook) -> None:
    for _, content in search_files(handbook, (), lambda id_: address(id_, handbook)):
        text = content.decode()
        start, end = text.index("JSON.parse(") + len("JSON.parse("), text.rindex(");")
        assert json.loads(json.loads(text[start:end]))
        assert "\u2028" not in text
