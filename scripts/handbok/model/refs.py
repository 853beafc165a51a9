"""References from one entry to another, and the walk that finds them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .base import Entry, Marks, Placed

T = TypeVar("T", bound=Entry)

FieldPath = tuple[str | int, ...]
"""Keys and positions from the top of an entry to one of its values."""


class Ref(str, Generic[T]):
    """The id of another entry: `Ref[Lagrum]` holds `lagrum/osl-10-18a`.

    Where only one type can stand, the bare last part will do: `forfattning: osl`.
    """

    types: tuple[str, ...] = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A string that knows which types it may lead to."""
        types = _type_names(get_args(source)[0])

        def make(value: str) -> Ref[Any]:
            whole = f"{types[0]}/{value}" if len(types) == 1 and "/" not in value else value
            ref: Ref[Any] = Ref(whole)
            ref.types = types
            return ref

        text = core_schema.str_schema(min_length=1, metadata={"types": types})
        return core_schema.no_info_after_validator_function(make, text)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The plain string of the editor's schema, with the types it may lead to."""
        found = handler(schema)
        inner: Any = schema
        found["x-typ"] = list(inner["schema"]["metadata"]["types"])
        return found


def _type_names(target: Any) -> tuple[str, ...]:
    """The `typ` of each class in `Lagrum` or `Steg | Ovning`; Ref[Entry] may lead anywhere."""
    if get_origin(target) in (Union, UnionType):
        return tuple(name for part in get_args(target) for name in _type_names(part))
    return () if target is Entry else (target.typ,)


@dataclass(frozen=True)
class Unread(Placed):
    """A file whose faults keep it from being an entry; its texts and references can still be looked at."""

    id: str
    origin: Marks
    value: Any = field(hash=False)

    @property
    def marks(self) -> Marks:
        """Where its fields stand."""
        return self.origin


_SHAPE_OF_ID = re.compile(r"[a-z]+/[a-z0-9-]+")


def references(entry: Entry | Unread) -> Iterator[tuple[FieldPath, Ref[Any]]]:
    """Every reference in an entry's fields, with its place; in an unread one, all that is shaped like an id."""
    unread = isinstance(entry, Unread)
    for path, value in _values(entry):
        if isinstance(value, Ref):
            yield path, value
        elif unread and isinstance(value, str) and _SHAPE_OF_ID.fullmatch(value):
            yield path, Ref(value)


def texts(entry: Entry | Unread) -> Iterator[tuple[FieldPath, str]]:
    """Every text in an entry that a reader may see, with its place."""
    for path, value in _values(entry):
        if isinstance(value, str) and not isinstance(value, Ref):
            yield path, value


def _values(entry: Entry | Unread) -> tuple[tuple[FieldPath, Any], ...]:
    """Every single value of an entry. Nothing in it changes, so it is walked once."""
    if isinstance(entry, Unread):
        return tuple(walk(entry.value))
    if entry._values is None:
        entry._values = tuple(walk(entry))
    return entry._values


def walk(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every single value in a model or a plain tree, depth first, with the path to it."""
    if isinstance(value, BaseModel):
        for name, part in value.__dict__.items():
            yield from walk(part, (*path, name))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from walk(part, (*path, name))
    elif isinstance(value, tuple | list):
        for number, part in enumerate(value):
            yield from walk(part, (*path, number))
    elif value is not None:
        yield path, value
