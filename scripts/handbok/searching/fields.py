"""The texts of an entry, each with the role it plays in a search. Knows kinds of fields, never a content type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any, Literal, get_args, get_origin

from markupsafe import Markup
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..model import Entry, Ref
from ..model.texts import MarkdownText, SearchWord
from ..rendering.labels import LABELS
from ..rendering.markdown import to_html
from ..rendering.telling import TELLING


class Role(StrEnum):
    """What a text says of its entry, the weightiest first."""

    TITEL = "titel"
    ORD = "ord"
    KORT = "kort"
    TEXT = "text"
    TELEFON = "telefon"


SILENT = frozenset({"publicering", "sakerhet", "oppet_sakerhet", "evidens", "riktning", "kontrollerad"})
"""Fields that say how an entry is kept, not what it is about."""
HEADINGS = frozenset({"rubrik", "etikett"})
"""Fields of a part that are its heading."""

Told = tuple[Role, str]


def fields(entry: Entry) -> Iterator[Told]:
    """Every text of an entry with its role, as plain text; of what is true or false the name, when it is true."""
    for name, value, info in _each(entry):
        if name == entry.rubrikfalt:
            yield Role.TITEL, str(value)
        elif value is True:
            yield Role.TEXT, name
        else:
            yield from _texts(value, info, Role.KORT if name in TELLING else Role.TEXT)


def _each(part: BaseModel) -> Iterator[tuple[str, Any, FieldInfo]]:
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name not in SILENT and value is not None:
            yield name, value, info


def _texts(value: Any, info: FieldInfo, role: Role) -> Iterator[Told]:
    """The texts of a field's value; what a part holds inherits nothing but its place."""
    if isinstance(value, BaseModel):
        yield from _of_part(value)
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one, info, role)
    elif isinstance(value, str) and not isinstance(value, Ref) and not value.startswith(("https://", "http://")):
        marks = set(_marks(info))
        if Literal in marks:
            yield from [(role, LABELS[value])] if value in LABELS else []
        elif SearchWord in marks:
            yield Role.ORD, value
        else:
            yield role, plain(value) if MarkdownText in marks else value


def _of_part(part: BaseModel) -> Iterator[Told]:
    """A telephone number counts only when the organisation itself is known to publish it."""
    if hasattr(part, "tel"):
        if getattr(part, "sakerhet", "") == "bekraftad":
            yield Role.TELEFON, part.tel
        return
    for name, value, info in _each(part):
        yield from _texts(value, info, Role.KORT if name in HEADINGS else Role.TEXT)


def _marks(info: FieldInfo) -> Iterator[object]:
    """The kinds of mark on a field and on what it is a list of."""
    yield from (type(mark) for mark in info.metadata)
    yield from _inner(info.annotation)


def _inner(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        yield from (type(mark) for mark in annotation.__metadata__)
    if get_origin(annotation) is Literal:
        yield Literal
    for part in get_args(annotation):
        if not isinstance(part, str):
            yield from _inner(part)


_MARKS = re.compile(r"[*_`\[\]#|<>&\\]|^\s*(?:[-+]|\d+\.)\s|\n", re.MULTILINE)


def plain(markdown: str) -> str:
    """A Markdown text without its marks."""
    if not _MARKS.search(markdown):
        return " ".join(markdown.split())
    html = str(to_html(markdown)).replace("</", " </")
    return re.sub(r" (?=[.,;:!?)])", "", " ".join(Markup(html).striptags().split()))
