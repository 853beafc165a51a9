"""Text that does not fit, notes without room, signs without a glyph, and what a sheet may read."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from handbok.printing import Edition
from handbok.printing.fetching import OwnFiles
from handbok.printing.glyphs import lacking
from handbok.printing.typesetting import Copy, typeset
from handbok.problems import as_text
from printing.conftest import STOCK, faults_of, print_into, renderer_of
from printing.invented import EXAMPLES, area, sheet, sheet_of

pytestmark = pytest.mark.pdf

WORD = "Människohandelssamordningsfunktionsutredningsuppdragsbeskrivningen"
LONG = "Vi har svårt att nå varandra på kvällar och helger. " * 8


@pytest.mark.parametrize("kind", EXAMPLES)
def test_every_kind_fits(kind: str) -> None:
    assert faults_of(sheet_of(kind)) == []


def test_400_characters_in_a_small_box() -> None:
    areas = [area("fritext", rubrik=f"Ruta {n}", lappar="nej", rad=n, exempel=[LONG]) for n in range(1, 13)]
    small = sheet(*areas, rows=12)
    fault = faults_of(small, form=2)[0]
    assert fault.field == ("blad", 0, "omraden", 0)
    assert fault.rule == "text-ryms-inte"
    assert fault.message.startswith("området ”Ruta 1” ryms inte på A3-bladet: innehållet är ")
    assert "mm för högt" in fault.message


def test_very_long_word() -> None:
    wide = sheet(*(area("fritext", rubrik=WORD, kolumn=n, lappar="nej", exempel=[]) for n in range(1, 7)), columns=6)
    faults = faults_of(wide)
    assert [fault.rule for fault in faults] == ["text-ryms-inte"] * 6
    assert "mm för brett vid ”" in faults[0].message
    assert "Människohandel" in faults[0].message


def test_long_municipality_name() -> None:
    name = "Samhällsbyggnadsförvaltningen i " + "Upplands Väsby och Östra Göinge kommuner i samverkan " * 6
    faults = faults_of(sheet_of("kryss"), edition=Edition(None, name))
    assert [(fault.field, fault.rule) for fault in faults] == [(("rubrik",), "text-ryms-inte")]
    assert faults[0].message.startswith("bladets huvud ryms inte på A3-bladet")


def test_long_instruction_and_title() -> None:
    much = sheet_of("kryss", instruktion=[LONG] * 6, rubrik="Ett mycket långt namn " * 4)
    assert [fault.message.split(" ryms")[0] for fault in faults_of(much)] == [
        "bladets huvud",
        "instruktionen vid sidan",
    ]


@pytest.mark.parametrize("kind", ["rader", "lista", "tabell", "skala", "kryss", "vag", "tankekarta", "matris"])
def test_each_kind_tells_when_it_is_too_small(kind: str) -> None:
    cramped = sheet(area(kind, hojd=1), area("fritext", rubrik="Resten", rad=2, hojd=23, lappar="nej"), rows=24)
    assert [fault.rule for fault in faults_of(cramped)] == ["text-ryms-inte"]


def test_no_room_for_notes() -> None:
    narrow = sheet(*(area("fritext", rubrik=f"Ruta {n}", kolumn=n) for n in range(1, 6)), columns=5)
    fault = faults_of(narrow)[0]
    assert fault.rule == "lapp-ryms-inte"
    assert "för lite för lappar på 76 mm" in fault.message


def test_field_lower_than_a_line() -> None:
    """A list whose points fill their place has no room to write in; one that is only to be read needs none."""
    points = {"punkter": ["Vi har svårt att nå varandra på kvällar och helger. " * 5], "exempel": [], "hojd": 9}
    rest = area("fritext", rubrik="Resten", rad=20, hojd=20, lappar="nej")
    full = sheet(area("lista", **points), rest, rows=48)
    fault = faults_of(full)[0]
    assert (fault.field, fault.rule) == (("blad", 0, "omraden", 0), "falt-ryms-inte")
    assert "mm att skriva i på skärm, för lite för en rad" in fault.message
    assert faults_of(sheet(area("lista", ifylls="nej", **points), rest, rows=48)) == []


def test_sign_that_no_font_has() -> None:
    fault = faults_of(sheet_of("kryss", rubrik="Före → efter"))[0]
    assert (fault.rule, fault.field) == ("tecken-saknas", ("rubrik",))
    assert "tecknet ”→” (U+2192)" in fault.message


def test_swedish_and_neighbours_are_in_both_fonts() -> None:
    signs = "abcåäöÅÄÖéüÜøæþđžłșğ–—”’…•·×½−§€°0123456789 \N{NO-BREAK SPACE}"
    for family in ("Atkinson Hyperlegible Next", "Source Serif 4"):
        assert list(lacking(signs, family, STOCK)) == []


def test_problem_is_told_once_and_the_sheet_is_not_delivered(tmp_path: Path) -> None:
    good, bad = sheet_of("kryss"), sheet_of("rader", rubrik="Före → efter")
    run = print_into(tmp_path / "ut", renderer_of(good, bad), tmp_path / "cache")
    assert as_text(run.problems).startswith("content/mall/prov-rader.yml:1:1: fel: bladets huvud har tecknet ”→”")
    assert len(run.problems) == 1
    assert {file.stem.rpartition("-")[0] or file.stem for file in run.out.iterdir()} <= {"prov-kryss", "prov"}


def test_without_address_there_is_no_code(tmp_path: Path) -> None:
    run = print_into(tmp_path / "ut", renderer_of(sheet_of("kryss")), tmp_path / "cache", Edition())
    with pypdfium2.PdfDocument(run.sheets[0].files[0]) as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "finns på sidan Provblad i handboken" in text
    assert "http" not in text


@pytest.mark.parametrize(
    "address", ["https://exempel.se/bild.png", "file:///etc/passwd", "../../README.md", "form/../../pyproject.toml"]
)
def test_a_sheet_reads_only_the_projects_own_files(address: str) -> None:
    html = f'<html lang="sv"><title>Prov</title><p>Hej <img src="{address}" alt="bild"></p></html>'
    made = typeset(Copy("prov", html, STOCK, "a4", "A4", 1, notes=False))
    assert made.pdf == b""
    assert [fault.rule for fault in made.faults] == ["tryckvarning"]
    assert "projektets egna filer" in made.faults[0].message


def test_fonts_come_from_the_packages() -> None:
    name = "source-serif-4-latin-600-normal.woff2"
    answer = OwnFiles(STOCK).fetch((STOCK.overrides / "typsnitt" / name).as_uri())
    assert answer.read()[:4] == b"wOF2"


def test_page_count_is_held() -> None:
    html = '<html lang="sv"><title>Prov</title><p style="break-after: page">Ett</p><p>Två</p></html>'
    faults = typeset(Copy("prov", html, STOCK, "a4", "A4", 1, notes=False)).faults
    assert "fel-sidantal" in {fault.rule for fault in faults}
