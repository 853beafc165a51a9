"""The Word files: real headings, lists and tables, Swedish, no author, and the paper of the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from handbok.model import Mall
from printing.conftest import Run

pytestmark = pytest.mark.pdf

SIDES = {"A3": (297, 420), "A4": (210, 297)}


def word_file(run: Run, slug: str) -> Any:
    return Document(str(run.out / f"{slug}.docx"))


def headings(document: Any) -> list[tuple[str, str]]:
    return [(part.style.name, part.text) for part in document.paragraphs if part.style.name.startswith("Heading")]


def test_every_sheet_has_one(run: Run) -> None:
    assert {mall.slug for mall, _ in run.ending(".docx")} == {sheet.mall.slug for sheet in run.sheets}


def test_headings_follow_the_sheet(run: Run) -> None:
    for mall, file in run.ending(".docx"):
        assert headings(Document(str(file))) == list(_expected(mall)), file.name


def _expected(mall: Mall) -> Iterator[tuple[str, str]]:
    yield "Heading 1", mall.rubrik
    yield from (
        ("Heading 2", text) for text in ("Så gör ni", "Ni behöver", "Efteråt") if mall.material or "beh" not in text
    )
    for page in mall.blad:
        if page.rubrik:
            yield "Heading 2", page.rubrik
        yield from ((f"Heading {3 if page.rubrik else 2}", area.rubrik) for area in page.omraden)


def test_tables_have_header_rows_and_names(run: Run) -> None:
    for _, file in run.ending(".docx"):
        for table in Document(str(file)).tables:
            assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None, file.name
            assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")), file.name


def test_paper_language_and_properties(run: Run) -> None:
    for mall, file in run.ending(".docx"):
        document = Document(str(file))
        short, long = SIDES[mall.papper]
        section = document.sections[0]
        wanted = (long, short) if mall.riktning == "liggande" else (short, long)
        assert (section.page_width.mm, section.page_height.mm) == pytest.approx(wanted, abs=0.1), file.name
        assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
        facts = document.core_properties
        assert (facts.title, facts.author, facts.last_modified_by, facts.comments) == (mall.rubrik, "", "", "")
        assert facts.created.date() == facts.modified.date() == mall.kontrollerad


def test_a_file_has_the_styles_it_names_and_few_others(run: Run) -> None:
    naming = [qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next")]
    for _, file in run.ending(".docx"):
        document = Document(str(file))
        known = {style.get(qn("w:styleId")) for style in document.styles.element.iter(qn("w:style"))}
        parts = [document.styles.element, document.element, document.sections[0].footer._element]
        named = {mark.get(qn("w:val")) for part in parts for mark in part.iter(*naming)}
        assert named <= known, file.name
        assert len(known) < 30, file.name


def test_table_of_a_sheet_is_a_table(run: Run) -> None:
    table = word_file(run, "prov-tabell").tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["", "Aktör", "Inflytande", "Skäl"]
    assert [row.cells[0].text for row in table.rows[1:]] == [
        "Socialtjänsten",
        "Polisen",
        "Hälso- och sjukvården",
        "…",
        "…",
    ]
    widths = [cell.width.mm for cell in table.rows[1].cells[1:]]
    assert widths[0] / widths[1] == pytest.approx(3, rel=0.01)


def test_scale_boxes_and_points(run: Run) -> None:
    scale = word_file(run, "prov-skala").tables[1]
    assert [cell.text for cell in scale.rows[1].cells] == ["Vi har tid avsatt för arbetet", *"○○○○○"]
    assert "☐ Polisen" in [part.text for part in word_file(run, "prov-kryss").paragraphs]


def test_lists_are_counted_anew(run: Run) -> None:
    counts = [
        part._p.pPr.numPr.numId.val
        for part in word_file(run, "prov-lista").paragraphs
        if part.style.name == "List Number"
    ]
    assert len(counts) == 3 + 4
    assert counts == [counts[0]] * 3 + [counts[-1]] * 4
    assert counts[0] != counts[-1]


def test_entries_say_the_same_as_on_paper(run: Run) -> None:
    table = word_file(run, "prov-poster").tables[1]
    assert [cell.text for cell in table.rows[0].cells] == ["Paragraf", "Vad den innebär", "Vad den inte ger stöd för"]
    assert "10 kap. 2 § OSL" in table.rows[1].cells[0].text
    tree = [part.text for part in word_file(run, "sekretesstrad").paragraphs]
    assert "1. Var arbetar du?" in tree


def test_nothing_is_left_of_the_empty_page_it_came_from(run: Run) -> None:
    with ZipFile(run.out / "swot.docx") as file:
        assert not [name for name in file.namelist() if "thumbnail" in name]
        assert {part.date_time[:3] for part in file.infolist()} == {(2026, 11, 21)}


def test_page_of_words_says_where_the_newest_is(run: Run) -> None:
    foot = word_file(run, "swot").sections[0].footer.paragraphs[0].text
    for wanted in ("Skriv inga personuppgifter", "Version 1", "handbok.exempelstad.se/mall/swot.html", "CC BY 4.0"):
        assert wanted in foot
