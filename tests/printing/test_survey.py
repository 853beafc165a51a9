"""The survey as a Word file: every statement with its boxes, the same bytes each time, nobody's name in it."""

from __future__ import annotations

from io import BytesIO

from docx import Document

from handbok.model import Handbook, Kartlaggning
from handbok.printing.survey import BOX, write_survey
from handbok.rendering.survey import survey_text


def test_every_statement_stands_with_six_boxes(handbook: Handbook) -> None:
    document = Document(BytesIO(write_survey(handbook)))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    for category in handbook.all(Kartlaggning):
        for statement in category.pastaenden:
            assert [statement, *[BOX] * 6] in rows


def test_headings_language_and_bytes(handbook: Handbook) -> None:
    first = write_survey(handbook)
    assert first == write_survey(handbook)
    document = Document(BytesIO(first))
    headings = [p.text for p in document.paragraphs if p.style is not None and (p.style.name or "").startswith("Head")]
    assert headings[0] == "Kartläggningsenkät"
    assert [entry.rubrik for entry in handbook.all(Kartlaggning)] == headings[1:-2]
    assert document.core_properties.language == "sv-SE"
    assert document.core_properties.author == ""


def test_a_municipality_s_survey_bears_its_name(handbook: Handbook) -> None:
    document = Document(BytesIO(write_survey(handbook, "Exempelstads kommun")))
    assert document.paragraphs[0].text == "Exempelstads kommun"


def test_text_numbers_every_question_and_says_what_the_ends_mean(handbook: Handbook) -> None:
    lines = survey_text(handbook).splitlines()
    asked = 2 * len(handbook.all(Kartlaggning))
    assert [line for line in lines if line.startswith(f"{asked}. ")]
    assert lines.count("1 – aldrig") == asked == lines.count("5 – mycket ofta") == lines.count("Kan inte bedöma")
    assert "Skriv inga personuppgifter" in "\n".join(lines[:4])
