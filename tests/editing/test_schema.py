from __future__ import annotations

import json
from typing import Any

import pytest

from handbok.editing.schema import outdated, schema, schemas, write
from handbok.model import CONTENT_TYPES, Entry, Handbook, Lagrum, Mall
from handbok.problems import Level
from handbok.reading import load
from handbok.reading.yaml_tree import parse
from support import PROJECT

FILED = [kind for kind in CONTENT_TYPES if not kind.tabell]


def test_schemas_of_the_types_are_current() -> None:
    handbook, _ = load(PROJECT / "content", root=PROJECT)
    errors = [p for p in outdated(handbook, PROJECT / "content", PROJECT) if p.level is Level.FEL]
    assert not errors, "kör python3 scripts/validate.py --fix-form"


@pytest.mark.parametrize("kind", FILED, ids=lambda kind: kind.typ)
def test_every_field_has_its_help_and_no_english(kind: type[Entry]) -> None:
    made = schema(kind)
    text = json.dumps(made, ensure_ascii=False)
    for name, field in kind.model_fields.items():
        assert made["properties"][name]["description"] == field.description
    for word in (" the ", " of ", "$defs", '"null"', "discriminator"):
        assert word not in text


def test_fields_stand_as_in_a_file() -> None:
    names = list(schema(Lagrum)["properties"])
    assert names[0] == "forfattning"
    assert names[-3:] == ["publicering", "kallor", "kontrollerad"]


def test_a_reference_offers_the_ids_of_its_type_and_lets_a_new_one_through(handbook: Handbook) -> None:
    found = schema(Mall)["properties"]["vid_sidan"]["items"]
    assert found["x-typ"] == ["mall"]
    assert found["anyOf"][0] == {"$ref": "ids.json#/definitions/mall"}
    ids = json.loads(dict(schemas(handbook))["ids.json"])["definitions"]["mall"]["enum"]
    assert "mall/swot" in ids
    assert "pattern" in found["anyOf"][1]


def test_a_table_has_no_schema(handbook: Handbook) -> None:
    assert "kommun.json" not in dict(schemas(handbook))


def test_writing_mends_what_is_outdated(tmp_path: Any, handbook: Handbook) -> None:
    assert outdated(handbook, tmp_path, tmp_path) == []
    assert len(write(handbook, tmp_path, tmp_path)) == len(FILED) + 1
    assert outdated(handbook, tmp_path, tmp_path) == []
    (tmp_path / "_schema" / "mall.json").write_text("{}", encoding="utf-8")
    assert [p.place.file for p in outdated(handbook, tmp_path, tmp_path)] == ["_schema/mall.json"]


def test_the_real_content_fits_its_schemas() -> None:
    """Every field of every entry is one that the schema knows: the editor's program sees no fault where we see none."""
    for kind in FILED:
        known = set(schema(kind)["properties"])
        for path in (PROJECT / "content" / kind.typ).glob("*.yml"):
            assert set(parse(path.read_text(encoding="utf-8"), "").value) <= known, path


def test_settings_name_every_type() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    wanted = {f"content/_schema/{kind.typ}.json": f"content/{kind.typ}/*.yml" for kind in FILED}
    assert settings["yaml.schemas"] == wanted
