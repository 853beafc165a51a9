"""The survey as a Word file to send out: a heading for each category, a table of boxes for each pair of statements."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Mm

from ..model import Handbook, Kartlaggning
from ..rendering import survey
from .word import MARGIN, SIZES, sealed, set_font
from .wordblank import empty
from .wordshapes import data_table

BOX = "\N{BALLOT BOX}"
WIDTH = 210 - 2 * MARGIN
"""Millimetres of an A4 page between its margins."""


def write_survey(handbook: Handbook, kommun: str | None = None) -> bytes:
    """The Word file, with the municipality's name when there is one, and the same bytes each time."""
    categories = handbook.all(Kartlaggning)
    moment = datetime.combine(max(category.kontrollerad for category in categories), time())
    document = empty()
    _dress(document, moment)
    if kommun:
        document.add_paragraph(kommun)
    document.add_heading(survey.TITLE, 1)
    for words in survey.INTRODUCTION:
        document.add_paragraph(words)
    for category in categories:
        _category(document, category)
    for question in survey.CLOSING:
        document.add_heading(question, 2)
        data_table(document, question, ("Svar",), (("",),), (1,), WIDTH, 20)
    return sealed(document, moment)


def _category(document: Any, category: Kartlaggning) -> None:
    document.add_heading(category.rubrik, 2)
    document.add_paragraph(survey.plain(category.forklaring.split("\n\n")[0]))
    document.add_paragraph(f"1 betyder {category.lagst}, 5 betyder {category.hogst}. Kryssa en ruta på varje rad.")
    heads = ("Påstående", "1", "2", "3", "4", "5", survey.LEFT_OUT)
    rows = [(statement, *(BOX,) * 6) for statement in category.pastaenden]
    data_table(document, category.rubrik, heads, rows, (10, 1, 1, 1, 1, 1, 3), WIDTH, 9, row_heads=True)


def _dress(document: Any, moment: datetime) -> None:
    """Paper, fonts, language, title; no author."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    for name, step in {"Normal": 1.0, "Heading 1": 2.0, "Heading 2": 1.3}.items():
        set_font(document.styles[name], SIZES["A4"] * step)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    facts = document.core_properties
    facts.title, facts.language, facts.revision = survey.TITLE, "sv-SE", 1
    facts.author = facts.last_modified_by = facts.comments = ""
    facts.created = facts.modified = moment
