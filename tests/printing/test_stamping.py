"""A municipality's name on a sheet printed already: read by machines, sound for veraPDF, the same every time."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from handbok.printing import Edition, Stock
from handbok.printing.stamping import Line, lines, stamped, widths
from printing.conftest import print_into, renderer_of
from printing.invented import sheet_of
from printing.verapdf import broken_rules
from printing.zbar import codes_on
from support import PROJECT

pytestmark = pytest.mark.pdf

TEXT = "Exempelstads kommun & <b>Å</b> · handbok.exempelstad.se"
OLD, NEW = "https://gammal.invalid/", "https://handbok.exempelstad.se/en/langre/adress/"
PAGE = "mall/prov-kryss.html"
STOCK = Stock(PROJECT / "overrides", PROJECT / "node_modules")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("stampel")
    run = print_into(folder / "ut", renderer_of(sheet_of("kryss")), folder / "cache", Edition(OLD, "X", later=True))
    return [file for file in run.sheets[0].files if file.suffix == ".pdf"]


def with_name(pdf: bytes) -> bytes:
    made = lines([Line(TEXT, width) for width in widths(pdf)], STOCK)
    return stamped(pdf, lambda page: TEXT, made, {OLD + PAGE: NEW + PAGE})


def test_every_form_bears_the_name_and_is_still_sound(sheets: list[Path], tmp_path: Path) -> None:
    assert len(sheets) >= 3
    for sheet in sheets:
        made = tmp_path / sheet.name
        made.write_bytes(with_name(sheet.read_bytes()))
        with pypdfium2.PdfDocument(made) as pdf:
            assert TEXT in pdf[0].get_textpage().get_text_range(), sheet.name
        assert broken_rules(made) == [], sheet.name


def test_every_form_s_code_leads_to_the_new_address_and_nothing_names_the_old(
    sheets: list[Path], tmp_path: Path
) -> None:
    assert {sheet.name.removeprefix("prov-kryss-") for sheet in sheets} == {
        "a3.pdf",
        "a4.pdf",
        "exempel.pdf",
        "ifyllbar.pdf",
    }
    for sheet in sheets:
        made = tmp_path / sheet.name
        made.write_bytes(with_name(sheet.read_bytes()))
        assert codes_on(sheet, dpi=200) == [OLD + PAGE], sheet.name
        assert codes_on(made, dpi=200) == [NEW + PAGE], sheet.name
        with pypdfium2.PdfDocument(made) as pdf:
            assert "invalid" not in pdf[0].get_textpage().get_text_range(), sheet.name


def test_same_bytes_twice(sheets: list[Path]) -> None:
    content = sheets[0].read_bytes()
    assert with_name(content) == with_name(content)


def test_a_page_without_a_line_is_left_alone(sheets: list[Path], tmp_path: Path) -> None:
    made = tmp_path / "utan.pdf"
    made.write_bytes(stamped(sheets[0].read_bytes(), lambda page: None, {}))
    with pypdfium2.PdfDocument(made) as pdf:
        assert "Exempelstads kommun" not in pdf[0].get_textpage().get_text_range()


def test_what_was_in_the_file_before_is_still_there(sheets: list[Path], tmp_path: Path) -> None:
    made = tmp_path / "med.pdf"
    made.write_bytes(with_name(sheets[0].read_bytes()))
    with pypdfium2.PdfDocument(sheets[0]) as old, pypdfium2.PdfDocument(made) as new:
        before, after = (pdf[0].get_textpage().get_text_range() for pdf in (old, new))
    assert set(before.split()) <= set(after.split())
