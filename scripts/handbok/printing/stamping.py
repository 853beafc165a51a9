"""A municipality's name on a file that is printed already: a line in the upper margin of its pages, and its own codes.

Printing a sheet anew for every municipality would take as long as the first time. The line is an artefact of the page,
as a running head is (ISO 14289-1, 7.8), so that the tags of the file stay true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO
from types import MappingProxyType

from pikepdf import Dictionary, Name, Object, Page, Pdf
from weasyprint import CSS, HTML

from .codes import change_codes
from .fetching import OwnFiles
from .saving import saved
from .stock import Stock
from .typesetting import fonts_of

TOP, SIDE, SIZE = 4.2, 10.0, 2.7
"""Millimetres: from the edge to the line, from the side, and the height of the letters."""
_MM = 72 / 25.4


@dataclass(frozen=True)
class Line:
    """What a page says of its edition, and how wide the page is, in points."""

    text: str
    width: float


def lines(wanted: Iterable[Line], stock: Stock) -> Mapping[Line, bytes]:
    """Each line as a small PDF of one page, set together; they carry no tags."""
    every = sorted(set(wanted), key=lambda line: (line.text, line.width))
    if not every:
        return {}
    height = (TOP + SIZE) * _MM
    pages = "".join(f'<p style="page: r{nr}">{escape(line.text)}</p>' for nr, line in enumerate(every))
    rules = "".join(
        f"@page r{nr} {{ size: {line.width:.3f}pt {height:.3f}pt; margin: 0 }}" for nr, line in enumerate(every)
    )
    fonts, faces = fonts_of(stock)
    style = (
        f"{rules} p {{ margin: 0; padding: {TOP * _MM - SIZE * _MM * 0.4:.3f}pt {SIDE}mm 0; text-align: right; "
        f'white-space: nowrap; color: #000; font: {SIZE}mm/1 "Atkinson Hyperlegible Next" }} '
        "p + p { break-before: page }"
    )
    fetcher = OwnFiles(stock)
    source = HTML(
        string=f'<html lang="sv"><body>{pages}</body></html>', base_url=str(stock.overrides), url_fetcher=fetcher
    )
    sheet = CSS(string=style, font_config=fonts, url_fetcher=fetcher)
    made = source.render(stylesheets=[faces, sheet], font_config=fonts).write_pdf()
    with Pdf.open(BytesIO(made)) as together:
        return {line: _single(together, number) for number, line in enumerate(every)}


def _single(together: Pdf, number: int) -> bytes:
    alone = Pdf.new()
    alone.pages.append(together.pages[number])
    return saved(alone)


def stamped(
    pdf: bytes,
    text_of: Callable[[int], str | None],
    made: Mapping[Line, bytes],
    addresses: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """The file with its line on every page that has one, and its codes to new addresses; same file, same bytes."""
    with Pdf.open(BytesIO(pdf)) as document:
        forms: dict[Line, tuple[Name, Object]] = {}
        for number, page in enumerate(document.pages):
            text = text_of(number)
            if text is not None:
                line = Line(text, _width(page))
                if line not in forms:
                    forms[line] = Name(f"/Utgava{len(forms)}"), _form(document, made[line])
                _put_on(page, *forms[line])
        change_codes(document, addresses)
        return saved(document)


def widths(pdf: bytes) -> tuple[float, ...]:
    """The width of every page, in points."""
    with Pdf.open(BytesIO(pdf)) as document:
        return tuple(_width(page) for page in document.pages)


def _width(page: Page) -> float:
    left, _, right, _ = (float(side) for side in page.mediabox)
    return round(right - left, 3)


def _form(document: Pdf, line: bytes) -> Object:
    with Pdf.open(BytesIO(line)) as source:
        return document.copy_foreign(source.pages[0].as_form_xobject())


def _put_on(page: Page, name: Name, form: Object) -> None:
    """Draw the line against the upper edge, over what is there."""
    top = float(page.mediabox[3]) - float(form.BBox[3])
    if "/Resources" not in page:
        page.Resources = Dictionary()
    if "/XObject" not in page.Resources:
        page.Resources.XObject = Dictionary()
    page.Resources.XObject[name] = form
    place = f"q 1 0 0 1 {float(page.mediabox[0]):.3f} {top:.3f} cm {name} Do Q"
    artefact = f"\n/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC {place} EMC\n"
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ" + artefact.encode())
