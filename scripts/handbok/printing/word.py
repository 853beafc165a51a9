"""A sheet as a Word file to edit: real headings, lists and tables, in Swedish, with the same bytes each time.

The file carries the day that the sheet was checked, not the day it was made, so that a kept file is as good as a new.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ..model import Mall
from ..rendering import swedish
from .manuscript import Manuscript
from .wordareas import Desk, write_area
from .wordblank import empty
from .wordshapes import INK, bullets, data_table, numbered, ruled_style

PAPERS = {"A3": (297, 420), "A4": (210, 297)}
"""Millimetres."""
MARGIN = 15
FONT = "Arial"
"""On every office computer; the sheets' own fonts are not."""
SIZES = {"A3": 13.0, "A4": 11.0}
"""Points of running text."""


def write(script: Manuscript) -> bytes:
    """The Word file of a sheet."""
    mall, document = script.mall, empty()
    _dress(document, mall)
    _describe(document, mall)
    _head(document, script)
    entries = iter(script.entries)
    for number, page in enumerate(mall.blad):
        if page.rubrik:
            document.add_heading(page.rubrik, 2).paragraph_format.page_break_before = number > 0
        for place, area in enumerate(page.omraden):
            share = area.bredd * area.hojd / (page.kolumner * page.rader)
            room = share * _height(document) * (0.5 if number == 0 else 0.8)
            desk = Desk(document, room, _width(document), 3 if page.rubrik else 2, entries)
            heading = write_area(desk, area)
            heading.paragraph_format.page_break_before = bool(number and not place and not page.rubrik)
    _foot(document, script)
    return sealed(document, _moment(mall))


def _head(document: Any, script: Manuscript) -> None:
    """Above the areas: where the sheet belongs, when and where it was filled in, and how it is used."""
    mall = script.mall
    document.add_paragraph(script.where)
    document.add_heading(mall.rubrik, 1)
    width = _width(document)
    data_table(document, "Tillfälle", ("Datum", "Plats", "Roller i rummet"), (("", "", ""),), (1, 1, 2), width, 10)
    document.add_heading("Så gör ni", 2)
    document.add_paragraph().add_run(f"{mall.deltagare}, {swedish.minutes(mall.minuter)}").bold = True
    numbered(document, mall.instruktion)
    if mall.material:
        document.add_heading("Ni behöver", 2)
        bullets(document, mall.material)
    document.add_heading("Efteråt", 2)
    document.add_paragraph(mall.efterat)
    document.add_paragraph().add_run(f"{script.rule}.").bold = True


def _foot(document: Any, script: Manuscript) -> None:
    mall = script.mall
    words = (
        f"{script.rule} · Version {mall.version} · kontrollerad {swedish.day(mall.kontrollerad)} · "
        f"Nyaste versionen: {script.source} · Stad för stad – oberoende digital utgåva. CC BY 4.0"
    )
    document.sections[0].footer.paragraphs[0].add_run(words).font.size = Pt(9)


def _dress(document: Any, mall: Mall) -> None:
    """Paper, margins, fonts and language."""
    section, (short, long) = document.sections[0], PAPERS[mall.papper]
    lying = mall.riktning == "liggande"
    section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(long if lying else short), Mm(short if lying else long)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    size = SIZES[mall.papper]
    steps = {"Normal": 1.0, "Heading 1": 2.2, "Heading 2": 1.35, "Heading 3": 1.15}
    for name, step in steps.items():
        set_font(document.styles[name], size * step)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "sv-SE")
    for name, between in (("Skrivruta", False), ("Skrivrad", True)):
        ruled_style(document, name, between)


def set_font(style: Any, size: float) -> None:
    """The document's font in a size, whatever the theme says."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(round(size)), RGBColor.from_string(INK)
    fonts = style.element.rPr.rFonts
    for theme in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[theme]


def _describe(document: Any, mall: Mall) -> None:
    """Title and language, no author, and the day of the check."""
    facts = document.core_properties
    facts.title, facts.language = mall.rubrik, "sv-SE"
    facts.author = facts.last_modified_by = facts.comments = ""
    facts.created = facts.modified = _moment(mall)
    facts.revision = 1


def _moment(mall: Mall) -> datetime:
    return datetime.combine(mall.kontrollerad, time())


def _height(document: Any) -> float:
    return float(document.sections[0].page_height.mm) - 2 * MARGIN


def _width(document: Any) -> float:
    return float(document.sections[0].page_width.mm) - 2 * MARGIN


def sealed(document: Any, moment: datetime) -> bytes:
    """The file, with the same time on each part."""
    loose, sealed = BytesIO(), BytesIO()
    document.save(loose)
    with ZipFile(loose) as old, ZipFile(sealed, "w", ZIP_DEFLATED) as new:
        for part, content in _parts(old, moment):
            new.writestr(part, content)
    return sealed.getvalue()


def _parts(file: ZipFile, moment: datetime) -> Iterator[tuple[ZipInfo, bytes]]:
    for name in file.namelist():
        part = ZipInfo(name, moment.timetuple()[:6])
        part.compress_type, part.create_system = ZIP_DEFLATED, 3
        yield part, file.read(name)
