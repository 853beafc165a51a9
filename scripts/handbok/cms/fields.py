"""A field's JSON Schema -> how it is filled in, its help and what may be chosen in the editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ..model import BY_NAME, Entry, Handbook, texts

Schema = Mapping[str, Any]
Field = dict[str, Any]

KIND = "slag"
"""The field that tells kinds of a part from each other; the editor fills it in by itself."""
ONE_LINE = 90
"""A text that is never longer than this, or has a shape, is written in a single line."""
SHOWN = 200
"""Entries that a picker shows at most before somebody has typed anything."""


def lengths(kind: type[Entry], handbook: Handbook) -> dict[tuple[str, ...], int]:
    """The longest text that any entry of a type has in each field; one of many lines is longer than any."""
    found: dict[tuple[str, ...], int] = {}
    for entry in handbook.all(kind):
        for path, text in texts(entry):
            names = tuple(step for step in path if isinstance(step, str))
            found[names] = max(found.get(names, 0), len(text) if "\n" not in text else ONE_LINE + 1)
    return found


@dataclass(frozen=True)
class Fields:
    """Makes the fields of one schema. `handbook` gives the entries that can be chosen from tables."""

    definitions: Schema
    handbook: Handbook
    lengths: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    """The field that is being made, from the top of the entry."""

    def of(self, schema: Schema, optional: bool = False) -> list[Field]:
        """Every field of an object. In a part that may be left out nothing is demanded: `validate` tells the rest."""
        required = () if optional else schema.get("required", ())
        return [
            self.field(name, part, name in required)
            for name, part in schema["properties"].items()
            if "const" not in part
        ]

    def field(self, name: str, schema: Schema, required: bool) -> Field:
        """One field: its name as it stands in the file, its help, and its widget."""
        return replace(self, path=(*self.path, name))._filled(name, schema, required)

    def _filled(self, name: str, schema: Schema, required: bool) -> Field:
        label = name.replace("_", " ").capitalize()
        whole = {"name": name, "label": label, "hint": schema.get("description", ""), "required": required}
        return {**whole, **self._widget(name, schema, required)}

    def _widget(self, name: str, schema: Schema, required: bool) -> Field:
        choices: tuple[tuple[bool, Callable[[], Field]], ...] = (
            ("x-typ" in schema, lambda: self._reference(schema, multiple=False)),
            ("$ref" in schema, lambda: self._part(schema, required)),
            ("enum" in schema, lambda: _select(schema["enum"])),
            (schema.get("type") == "array", lambda: self._list(name, schema.get("items") or schema["prefixItems"][0])),
            (schema.get("type") in ("integer", "number"), lambda: _number(schema)),
            (schema.get("format") == "date", _day),
        )
        return next((make() for fits, make in choices if fits), self._text(schema))

    def _part(self, schema: Schema, required: bool) -> Field:
        return {"widget": "object", "collapsed": True, "fields": self.of(self._named(schema), optional=not required)}

    def _list(self, name: str, items: Schema) -> Field:
        """Many references or choices in one picker; parts and texts one after another."""
        if "x-typ" in items:
            return self._reference(items, multiple=True)
        if "enum" in items:
            return {**_select(items["enum"]), "multiple": True}
        if "oneOf" in items:
            kinds = [self._named(kind) for kind in items["oneOf"]]
            return {"widget": "list", "collapsed": True, "typeKey": KIND, "types": [self._kind(kind) for kind in kinds]}
        if "$ref" in items:
            return {"widget": "list", "collapsed": True, "fields": self.of(self._named(items))}
        return {"widget": "list", "collapsed": False, "field": self._filled(name, items, required=True)}

    def _kind(self, schema: Schema) -> Field:
        name = schema["properties"][KIND]["const"]
        order = list(schema["properties"])
        return {
            "name": name,
            "label": name.capitalize(),
            "widget": "object",
            "fields": self.of(schema),
            "order": order,
        }

    def _named(self, schema: Schema) -> Schema:
        found: Schema = self.definitions[schema["$ref"].rpartition("/")[2]]
        return found

    def _reference(self, schema: Schema, multiple: bool) -> Field:
        """A picker: from the files of a type, or from a list when the entries are rows of a table or of many types."""
        types = schema["x-typ"]
        only = BY_NAME[types[0]] if len(types) == 1 else None
        if only and not only.tabell:
            picker: Field = {
                "widget": "relation",
                "collection": only.typ,
                "value_field": f"{only.typ}/{{{{slug}}}}",
                "search_fields": [only.rubrikfalt],
                "display_fields": [f"{{{{{only.rubrikfalt}}}}} ({{{{slug}}}})"],
                "options_length": SHOWN,
            }
        else:
            picker = {"widget": "select", "options": self._options(types)}
        return {**picker, "multiple": multiple, **({"typ": only.typ} if only else {})}

    def _text(self, schema: Schema) -> Field:
        """A text; the shape that it must have is told by the help, its usual length by the handbook as it is."""
        if "pattern" in schema:
            return {"widget": "string", "pattern": [schema["pattern"], schema.get("description", "har inte rätt form")]}
        longest = schema.get("maxLength", self.lengths.get(self.path, ONE_LINE + 1))
        return {"widget": "string" if longest <= ONE_LINE else "text"}

    def _options(self, types: list[str]) -> list[Field]:
        entries = [entry for entry in self.handbook if not types or entry.typ in types]
        return [{"label": f"{entry.titel} ({entry.id})", "value": entry.id} for entry in entries]


def _select(choices: list[str]) -> Field:
    return {"widget": "select", "options": choices}


def _number(schema: Schema) -> Field:
    limits = {"min": schema.get("minimum"), "max": schema.get("maximum")}
    kind = "int" if schema["type"] == "integer" else "float"
    return {"widget": "number", "value_type": kind} | {name: limit for name, limit in limits.items() if limit}


def _day() -> Field:
    return {"widget": "datetime", "date_format": "YYYY-MM-DD", "time_format": False, "default": ""}
