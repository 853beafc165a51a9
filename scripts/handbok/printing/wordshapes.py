"""What Word has no ready word for: tables with header rows, lists that begin anew, lines to write on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import html

INK = "1D2A2F"
LINE = "7F8A8A"


def data_table(  # noqa: PLR0913, PLR0917 - a table is all of this
    document: Any,
    name: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    shares: Sequence[float],
    width: float,
    height: float,
    row_heads: bool = False,
) -> Any:
    """A table whose header row is one, also on the next page; the width and least height of a row in millimetres."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    _name(table, name)
    _fill(table.rows[0], heads, shares, width, bold=range(len(heads)))
    _mark(table.rows[0], "w:tblHeader")
    for texts in rows:
        row = table.add_row()
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        _fill(row, texts, shares, width, bold=range(int(row_heads)))
    return table


def _fill(row: Any, texts: Sequence[str], shares: Sequence[float], width: float, bold: range) -> None:
    _mark(row, "w:cantSplit")
    for number, (cell, text, share) in enumerate(zip(row.cells, texts, shares, strict=True)):
        cell.width = Mm(width * share / sum(shares))
        cell.paragraphs[0].add_run(text).bold = number in bold or None


def _mark(row: Any, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _name(table: Any, name: str) -> None:
    """What a screen reader calls the table."""
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), name)
    table._tbl.tblPr.append(caption)


def bullets(place: Any, texts: Iterable[str]) -> list[Any]:
    """A list with points, in a document or a cell."""
    return [place.add_paragraph(text, style="List Bullet") for text in texts]


def numbered(document: Any, texts: Iterable[str]) -> list[Any]:
    """A list that begins at 1, whatever was counted before."""
    style = document.styles["List Number"]
    numbering = document.part.numbering_part.element
    pattern = numbering.num_having_numId(style.element.pPr.numPr.numId.val).abstractNumId.val
    count = numbering.add_num(pattern)
    count.add_lvlOverride(ilvl=0).add_startOverride(1)
    found = [document.add_paragraph(text, style=style) for text in texts]
    for paragraph in found:
        place = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        place.get_or_add_ilvl().val, place.get_or_add_numId().val = 0, count.numId
    return found


def ruled_style(document: Any, name: str, between: bool) -> None:
    """A style of empty paragraphs to write on: a box, or lines under each other."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.space_after = Mm(0)
    style.paragraph_format.line_spacing = 1.6
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between") if between else ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", LINE)):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    style.element.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def write_html(document: Any, name: str, fragment: str, width: float) -> None:
    """Headings, lists and tables of a part of the handbook that is only to be read."""
    for element in html.fragments_fromstring(fragment, no_leading_text=True):
        for table in element.iter("table"):
            _html_table(document, name, table, width)
        for item in element.iter("li"):
            if item.find("p") is not None:
                _blocks(document, item)


def _html_table(document: Any, name: str, element: Any, width: float) -> None:
    heads = [_words(head) for head in element.find("thead").iter("th")]
    shares = [1.0] + [1.6] * (len(heads) - 1)
    table = data_table(document, name, heads, (), shares, width, 0)
    for found in element.find("tbody").iter("tr"):
        row = table.add_row()
        _fill(row, [""] * len(heads), shares, width, bold=range(0))
        for cell, part in zip(row.cells, found, strict=True):
            _blocks(cell, part)
            if len(cell.paragraphs) > 1:
                cell._tc.remove(cell.paragraphs[0]._p)


def _blocks(place: Any, element: Any) -> None:
    """Paragraphs and points, one below the other."""
    for block in element.iter("p", "li"):
        if block is element:
            continue
        if block.tag == "li":
            bullets(place, [_words(block)])
        else:
            run = place.add_paragraph().add_run(_words(block))
            run.bold = "poster__rubrik" in block.get("class", "") or None


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())
