"""The handbook as data: whole, safe to open in a spreadsheet, and without numbers that nobody has confirmed."""

from __future__ import annotations

import csv
import io
import json

import pytest

from handbok.model import CONTENT_TYPES, Handbook, Kontakt
from handbok.site.contentlines import _folded
from handbok.site.exports import _cell, exports


@pytest.fixture(scope="module")
def files(handbook: Handbook) -> dict[str, bytes]:
    return dict(exports(handbook.published()))


def test_every_type_is_there_as_json_and_csv(files: dict[str, bytes], handbook: Handbook) -> None:
    for kind in CONTENT_TYPES:
        count = len(handbook.published().all(kind))
        if count:
            told = json.loads(files[f"data/{kind.typ}.json"])
            assert len(told["poster"]) == count
            assert told["licens"] == "CC BY 4.0"
            rows = list(csv.DictReader(io.StringIO(files[f"data/{kind.typ}.csv"].decode("utf-8-sig")), delimiter=";"))
            assert [row["id"] for row in rows] == [row["id"] for row in told["poster"]]


def test_no_file_holds_a_number_that_is_not_confirmed(files: dict[str, bytes], handbook: Handbook) -> None:
    doubtful = [
        number for contact in handbook.all(Kontakt) for number in contact.telefon if number.sakerhet != "bekraftad"
    ]
    assert doubtful
    for path, content in files.items():
        if path.startswith(("data/kontakt", "data/vcard")):
            for number in doubtful:
                assert number.nummer.encode() not in content, path
                assert f"tel:{number.tel}\r\n".encode() not in content, path


def test_a_card_is_as_the_standard_has_it(files: dict[str, bytes]) -> None:
    card = files["data/vcard/kvinnofridslinjen.vcf"].decode()
    lines = card.split("\r\n")
    assert lines[0] == "BEGIN:VCARD"
    assert lines[-2:] == ["END:VCARD", ""]
    assert "TEL;VALUE=uri:tel:020505050" in lines
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = files["data/kontakter.vcf"].decode()
    assert whole.count("BEGIN:VCARD") == whole.count("UID:") == len(set(whole.split("UID:")[1:]))


def test_a_long_line_is_folded_between_letters() -> None:
    pieces = list(_folded("å" * 100))
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == "å" * 100
    assert all(piece.startswith(" ") for piece in pieces[1:])


@pytest.mark.parametrize("start", ["=1+1", "+46", "-1", "@x"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert _cell(start).startswith("'")
