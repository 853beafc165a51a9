"""The register: its steps, its bytes, its size."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable

import pytest

from handbok.model import Handbook
from handbok.searching.documents import Document
from handbok.searching.pieces import cut, front_coded, parted
from handbok.searching.register import FIELDS, Reader, _steps, register
from handbok.searching.writing import DOCUMENTS, PIECES, REGISTER, search_files
from handbok.site.pages import address

MOST_BYTES = 500_000
MOST_IN_PIECE = 6_000
"""Bytes as a server packs them."""


def test_steps_tell_distances_and_how_often() -> None:
    assert list(_steps(Counter({0: 1, 3: 2, 4: 1}))) == [1, 3, -2, 1]


def test_a_word_stands_where_it_is_said(found: tuple[Document, ...], reader: Reader) -> None:
    made = register(found, reader)
    number = next(place for place, document in enumerate(found) if document.id == "begrepp/manniskohandel")
    assert number in made.postings["manniskohandel"][FIELDS.index("titel")]
    assert number in made.postings["handel"][FIELDS.index("efterled")]
    assert number in made.postings["mannisk"][FIELDS.index("forled")]
    assert number in made.postings["begrepp/manniskohandel"][FIELDS.index("id")]


@pytest.fixture(scope="module")
def made(handbook: Handbook) -> dict[str, bytes]:
    return dict(search_files(handbook, (), lambda id_: address(id_, handbook)))


def packed(files: Iterable[bytes]) -> int:
    return sum(len(gzip.compress(content, 9)) for content in files)


def test_same_handbook_same_bytes(handbook: Handbook, made: dict[str, bytes]) -> None:
    assert made == dict(search_files(handbook, (), lambda id_: address(id_, handbook)))


def test_the_index_is_small_and_what_every_search_loads_is_a_fifth_of_it(made: dict[str, bytes]) -> None:
    always = [made[REGISTER], made[DOCUMENTS]]
    words = [content for path, content in made.items() if path.startswith(f"{PIECES}ord-")]
    assert packed([*always, *words]) < MOST_BYTES
    assert packed(always) < MOST_BYTES / 5
    assert max(packed([content]) for path, content in made.items() if path.startswith(PIECES)) < MOST_IN_PIECE


def test_the_scripts_hold_one_json_text_and_nothing_that_ends_a_script(made: dict[str, bytes]) -> None:
    for content in made.values():
        text = content.decode()
        start, end = text.index("JSON.parse(") + len("JSON.parse("), text.rindex(");")
        assert json.loads(json.loads(text[start:end].removesuffix(")")))
        assert "\u2028" not in text


def test_a_piece_s_name_tells_what_it_holds(made: dict[str, bytes]) -> None:
    told = json.loads(json.loads(made[REGISTER].decode().partition("JSON.parse(")[2].rpartition(");")[0]))
    pieces = {path.removeprefix(PIECES) for path in made if path.startswith(PIECES)}
    assert {name for names in told["bitar"].values() for name in names} == pieces
    for path, content in made.items():
        if path.startswith(PIECES):
            assert hashlib.sha256(content).hexdigest().startswith(path.split(".")[1])


def test_words_are_written_as_what_they_add_to_the_one_before() -> None:
    assert front_coded(["barn", "barnahus", "barnet", "polis"]) == "0barn\n4ahus\n4et\n0polis"


def test_pieces_hold_every_row_in_order_and_keep_ids_and_numbers_apart() -> None:
    title, cited, id_ = (FIELDS.index(name) for name in ("titel", "hanvisar", "id"))
    rows = [["112", [title, 4]], ["lagrum/a-1", [id_, 2], [cited, 3]], *([f"ord{n}", [title, 1]] for n in range(3000))]
    words, few = parted(rows)
    assert few == [["lagrum/a-1", [cited, 3]]]
    assert [row for piece in cut(words) for row in piece] == words
    assert len(cut(words)) > 1
