"""The kinds of text, number and date that fields are made of.

YAML hands over nothing but text (decision 0002); these types say what each text has to be.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError


class MarkdownText:
    """Marks a text in which Markdown is rendered; all other texts are shown as they stand."""


class SearchWord:
    """Marks a text that people search by as if it were the heading: another name, an abbreviation, a number."""


Text = Annotated[str, StringConstraints(min_length=1)]
"""Plain text."""
Sokord = Annotated[str, StringConstraints(min_length=1), SearchWord()]
"""Plain text that the search treats as another heading."""
Rubrik = Annotated[str, StringConstraints(min_length=1, max_length=90)]
"""A heading: plain text that fits on a sheet and in a list."""
Md = Annotated[str, StringConstraints(min_length=1), MarkdownText()]
"""Text with Markdown: paragraphs, lists, emphasis, links to http(s), mailto, tel and ids."""

Sakerhet = Literal["bekraftad", "att-verifiera"]
"""How sure a fact is. Law: `bekraftad` is true of the text on `textens_datum`."""
Evidens = Literal["upplevt", "raknat", "utvarderat", "okant"]
"""What a statement about effect rests on; reach is never effect."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SFS = re.compile(r"(1[6-9]|20)\d{2}:\d{1,4}( s\. ?\d+)?")
_HTTPS = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[a-zåäö]{2,}")
_YES_NO = {"ja": True, "nej": False}


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool) or value in _YES_NO:
        return _YES_NO.get(value, value)
    raise PydanticCustomError("ja_nej", "ska vara ja eller nej")


def _iso_date(value: Any) -> Any:
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value.strip()):
        raise PydanticCustomError("datum", "ska vara ett datum som 2026-11-21")
    return value


def _sfs(value: str) -> str:
    if not _SFS.fullmatch(value):
        raise PydanticCustomError("sfs", "ska vara ett SFS-nummer som 2009:400")
    return value


def _web(value: str) -> str:
    if not _HTTPS.fullmatch(value):
        raise PydanticCustomError("webbadress", "ska vara en webbadress som börjar med https://")
    return value


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise PydanticCustomError("epost", "ska vara en e-postadress som namn@exempel.se")
    return value


def _editors(shape: re.Pattern[str]) -> WithJsonSchema:
    """The same shape for the editor's own program."""
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{shape.pattern})$"})


JaNej = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=Literal["ja", "nej"])]
"""Written `ja` or `nej`."""
Datum = Annotated[date, BeforeValidator(_iso_date)]
"""A day, written 2026-11-21."""
Sfs = Annotated[str, AfterValidator(_sfs), _editors(_SFS)]
"""A number in Svensk författningssamling: year, colon, running number; the oldest with a page."""
Webbadress = Annotated[str, AfterValidator(_web), _editors(_HTTPS)]
"""An address on the web."""
Epost = Annotated[str, AfterValidator(_email), _editors(_EMAIL)]
"""An e-mail address of a function, never of a person."""
Minuter = Annotated[int, Field(gt=0, le=600)]
"""Minutes, one or more."""
Ar = Annotated[int, Field(ge=1600, le=2100)]
"""A calendar year."""
Lanskod = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]
"""Two digits, as Statistics Sweden writes it."""
Kommunkod = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
"""Four digits, of which the first two are the county's."""
