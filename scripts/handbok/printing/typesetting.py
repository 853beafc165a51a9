"""HTML -> pages -> PDF/UA-1, with every warning a fault and the same bytes each time."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from .fetching import OwnFiles
from .filling import complete_fields
from .measuring import Fault, measure
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


def typeset(copy: Copy) -> tuple[bytes, tuple[Fault, ...]]:
    """The PDF of a copy and everything that is wrong with it; no bytes when something is."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    styles, fonts = _styles(copy.stock, copy.paper)
    with _warnings() as warnings:
        source = HTML(string=copy.html, base_url=str(copy.stock.overrides), url_fetcher=OwnFiles(copy.stock))
        document = source.render(stylesheets=styles, font_config=fonts, pdf_variant=VARIANT)
        faults = [*_page_count(document, copy), *measure(document, copy.size, copy.notes, copy.stock)]
        identifier = sha256(copy.html.encode()).digest()[:16]
        pdf: bytes = (
            b""
            if faults
            else document.write_pdf(finisher=complete_fields, pdf_variant=VARIANT, pdf_identifier=identifier)
        )
    if not faults:
        faults += [Fault(("rubrik",), "tryckvarning", f"WeasyPrint om {copy.size}-bladet: {text}") for text in warnings]
    return (b"" if faults else pdf), tuple(faults)


@cache
def _styles(stock: Stock, paper: str) -> tuple[list[CSS], FontConfiguration]:
    """Parsed once a process: fonts are unpacked here."""
    fonts, fetcher = FontConfiguration(), OwnFiles(stock)
    with _warnings() as warnings:
        styles = [
            CSS(string=text, base_url=str(file), font_config=fonts, url_fetcher=fetcher)
            for file, text in stock.style_sheets(paper)
        ]
    if warnings:
        raise ValueError("; ".join(warnings))
    return styles, fonts


def _page_count(document: Any, copy: Copy) -> Iterator[Fault]:
    if len(document.pages) != copy.pages:
        told = f"{copy.size}-bladet blir {len(document.pages)} sidor men ska ha {copy.pages}. Korta texterna."
        yield Fault(("blad",), "fel-sidantal", told)


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What WeasyPrint logs meanwhile, from warnings upward."""
    found: list[str] = []
    logger, handler = logging.getLogger("weasyprint"), logging.Handler(logging.WARNING)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger.addHandler(handler)
    try:
        yield found
    finally:
        logger.removeHandler(handler)
