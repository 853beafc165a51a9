"""content/_schema/: the models as JSON Schema, so that any editor gives completion and help in Swedish.

A type's schema follows from its model alone. The ids there are stand in one file, ids.json, which the schemas refer to:
a new entry changes one file, and an id that is not yet in it is let through (the rules of `validate` judge references).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model import BY_NAME, CONTENT_TYPES, Entry, Handbook
from ..problems import Level, Place, Problem
from ..reading.files import shown_path
from ..reading.form import fields_in_order

FOLDER = "_schema"
IDS = "ids.json"
RULE = "inaktuellt-schema"
_SHAPE = r"^([a-z]+/)?[a-z0-9]+(-[a-z0-9]+)*$"
_DROPPED = ("title", "discriminator")


def schemas(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Every file of the folder: its name and its text."""
    for kind in CONTENT_TYPES:
        if not kind.tabell:
            yield f"{kind.typ}.json", _as_text(schema(kind))
    yield IDS, _as_text(_ids(handbook))


def schema(kind: type[Entry]) -> dict[str, Any]:
    """The schema of a type: fields in the order of the file, references with the type they lead to."""
    raw = kind.model_json_schema()
    whole: dict[str, Any] = _cleaned(raw)
    one, many = kind.namn
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": one.capitalize(),
        "description": f"En post i content/{kind.typ}/ ({many}). Gjord ur modellen; ändra inte här.",
        **{name: part for name, part in whole.items() if name != "$defs"},
        **({"definitions": whole["$defs"]} if "$defs" in whole else {}),
    }


def _cleaned(value: Any, name: str = "") -> Any:
    """The schema without what only programs need: English docstrings, titles, Python's own values."""
    if isinstance(value, list):
        return [_cleaned(part) for part in value]
    if not isinstance(value, Mapping):
        return value
    if "x-typ" in value:
        return _reference(value)
    kept = {key: _cleaned(part, key) for key, part in value.items() if name == "properties" or key not in _DROPPED}
    if kept.get("type") == "object" and "properties" in kept:
        kept.pop("description", None)
        kept["properties"] = _in_order(kept["properties"], value)
    if "$ref" in kept and isinstance(kept["$ref"], str):
        kept["$ref"] = kept["$ref"].replace("#/$defs/", "#/definitions/")
    if isinstance(kept.get("default"), bool):
        kept["default"] = "ja" if kept["default"] else "nej"
    elif kept.get("default", 0) in (None, []):
        kept.pop("default")
    return _without_null(kept)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A field may be left out but never be empty."""
    kinds = [part for part in schema.get("anyOf", ()) if part != {"type": "null"}]
    if len(kinds) == 1:
        return {**{name: part for name, part in schema.items() if name != "anyOf"}, **kinds[0], **_described(schema)}
    return schema


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": schema["description"]} if "description" in schema else {}


def _in_order(properties: dict[str, Any], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Own fields first and what all types share last, as in a file."""
    model = next((kind for kind in BY_NAME.values() if list(kind.model_fields) == list(properties)), None)
    return {name: properties[name] for name in fields_in_order(model)} if model else properties


def _reference(value: Mapping[str, Any]) -> dict[str, Any]:
    """A reference: the ids there are, for completion, or anything shaped like an id."""
    types = value["x-typ"]
    known = [{"$ref": f"{IDS}#/definitions/{typ}"} for typ in types]
    words = " eller ".join(BY_NAME[typ].namn[0] for typ in types) or "vilken post som helst"
    found = {"anyOf": [*known, {"type": "string", "pattern": _SHAPE}], "x-typ": types}
    return {**found, "description": value.get("description", f"Id för {words}")}


def _ids(handbook: Handbook) -> dict[str, Any]:
    """The ids of each type, for completion."""
    found: dict[str, list[str]] = {kind.typ: [] for kind in CONTENT_TYPES}
    for entry in handbook:
        found[entry.typ].append(entry.id)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "description": "De id:n som finns. Skrivs av python3 scripts/validate.py --fix-form; ändra inte här.",
        "definitions": {typ: {"enum": sorted(ids)} for typ, ids in found.items() if ids},
    }


def _as_text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def outdated(handbook: Handbook, content: Path, root: Path) -> list[Problem]:
    """Schema files that are not what the models and the ids give; nothing where there is no such folder."""
    if not (content / FOLDER).is_dir():
        return []
    folder = content / FOLDER
    old = [name for name, text in schemas(handbook) if _text(folder / name) != text]
    found = []
    for wrong, level in (
        ([name for name in old if name != IDS], Level.FEL),
        ([IDS] if IDS in old else [], Level.VARNING),
    ):
        if wrong:
            which = f"{wrong[0]}{' med flera' if wrong[1:] else ''}"
            message = f"{which} stämmer inte längre. Kör python3 scripts/validate.py --fix-form"
            found.append(Problem(Place(shown_path(folder / wrong[0], root)), RULE, message, level))
    return found


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(handbook: Handbook, content: Path, root: Path) -> list[str]:
    """Write the schemas anew; gives the files that changed."""
    (content / FOLDER).mkdir(exist_ok=True)
    changed = []
    for name, text in schemas(handbook):
        path = content / FOLDER / name
        if _text(path) != text:
            path.write_text(text, encoding="utf-8")
            changed.append(shown_path(path, root))
    return changed + _write_settings(content.parent / ".vscode" / "settings.json", root)


def _write_settings(path: Path, root: Path) -> list[str]:
    """Tell VS Code which schema each folder has; a new type comes in by itself."""
    if not path.is_file():
        return []
    before = path.read_text(encoding="utf-8")
    kinds = [kind.typ for kind in CONTENT_TYPES if not kind.tabell]
    schemas = {f"content/{FOLDER}/{typ}.json": f"content/{typ}/*.yml" for typ in kinds}
    after = json.dumps({**json.loads(before), "yaml.schemas": schemas}, ensure_ascii=False, indent=2) + "\n"
    path.write_text(after, encoding="utf-8")
    return [] if after == before else [shown_path(path, root)]
