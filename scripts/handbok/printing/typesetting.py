"""HTML -> pages -> PDF/UA-1, with every warning a fault and the same bytes each time."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from .fetching import OwnFiles
from .filling import TITLE, complete_fields, has_fields, without_fields
from .measuring import Fault, measure
from .saving import repacked
from .stock import Stock

VARIANT = "pdf/ua-1"


@dataclass(frozen=True)
class Copy:
    """One file to print, and what it must turn out to be."""

    name: str
    html: str
    stock: Stock
    paper: str
    size: str
    pages: int
    notes: bool


@dataclass(frozen=True)
class Printed:
    """The PDF of a copy, and the one to fill in on screen where it has fields; nothing when something is wrong."""

    pdf: bytes = b""
    fillable: bytes = b""
    faults: tuple[Fault, ...] = ()


def typeset(copy: Copy) -> Printed:
    """A copy laid out once, and everything that is wrong with it."""
    with heard() as warnings:
        document = laid_out(copy.html, copy.stock, copy.paper)
        faults = [*_page_count(document, copy), *measure(document, copy.size, copy.notes, copy.stock)]
        made = Printed() if faults else _written_twice(document)
    if not faults:
        faults += [Fault(("rubrik",), "tryckvarning", f"WeasyPrint om {copy.size}-bladet: {text}") for text in warnings]
    return Printed(faults=tuple(faults)) if faults else made


def _written_twice(document: Any) -> Printed:
    """With its fields, if it has any, and without."""
    if not has_fields(document):
        return Printed(written(document))
    document.metadata.title += TITLE
    fillable = written(document, finisher=complete_fields)
    return Printed(without_fields(fillable), fillable)


def laid_out(html: str, stock: Stock, paper: str) -> Any:
    """The pages of a document, set with the style sheets of a paper."""
    source = HTML(string=html, base_url=str(stock.overrides), url_fetcher=OwnFiles(stock))
    return source.render(stylesheets=_styles(stock, paper), font_config=fonts_of(stock)[0], pdf_variant=VARIANT)


def written(document: Any, **options: Any) -> bytes:
    """The PDF of a document. To identify a file WeasyPrint would write it twice, so that is left to `saving`."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    return repacked(document.write_pdf(pdf_variant=VARIANT, uncompressed_pdf=True, **options))


@contextmanager
def heard() -> Iterator[list[str]]:
    """What WeasyPrint logs meanwhile, from warnings upward."""
    found: list[str] = []
    logger, handler = logging.getLogger("weasyprint"), logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)


@cache
def fonts_of(stock: Stock) -> tuple[FontConfiguration, CSS]:
    """The fonts, unpacked once a process whatever the paper, and the style sheet that names them."""
    fonts = FontConfiguration()
    return fonts, _parsed(stock, fonts, stock.font_style, stock.font_style.read_text("utf-8"))


@cache
def _styles(stock: Stock, paper: str) -> list[CSS]:
    """The style sheets of a paper, parsed once a process."""
    fonts, faces = fonts_of(stock)
    sheets = stock.style_sheets(paper)
    return [faces if file == stock.font_style else _parsed(stock, fonts, file, text) for file, text in sheets.items()]


def _parsed(stock: Stock, fonts: FontConfiguration, file: Path, text: str) -> CSS:
    """A style sheet. Raises ValueError when WeasyPrint has something to say against it."""
    with heard() as warnings:
        style = CSS(string=text, base_url=str(file), font_config=fonts, url_fetcher=OwnFiles(stock))
    if warnings:
        raise ValueError("; ".join(warnings))
    return style


def _page_count(document: Any, copy: Copy) -> Iterator[Fault]:
    if len(document.pages) != copy.pages:
        told = f"{copy.size}-bladet blir {len(document.pages)} sidor men ska ha {copy.pages}. Korta texterna."
        yield Fault(("blad",), "fel-sidantal", told)
