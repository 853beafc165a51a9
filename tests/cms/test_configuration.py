"""The editor in the browser knows every type and field, and sends changes where it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from handbok.cms.backend import Backend, read_backend
from handbok.cms.configuration import LOCAL, configuration
from handbok.editing.schema import schema
from handbok.hosting.policy import editor_policy, header_policy
from handbok.model import BY_NAME, CONTENT_TYPES, Handbook
from handbok.orders import read_editions, read_order
from handbok.problems import Stop
from support import Build

WIDGETS = {"string", "text", "number", "datetime", "select", "relation", "object", "list"}


@pytest.fixture(scope="module")
def collections(handbook: Handbook) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in configuration(handbook, LOCAL)["config"]["collections"]}


def inside(field: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield field
    parts = [*field.get("fields", ()), *field.get("types", ()), *([field["field"]] if "field" in field else [])]
    for part in parts:
        yield from inside(part)


def test_every_type_and_field_is_there_in_its_order(collections: dict[str, dict[str, Any]]) -> None:
    kinds = [kind for kind in CONTENT_TYPES if not kind.tabell]
    assert list(collections) == [kind.typ for kind in kinds]
    for kind in kinds:
        fields = collections[kind.typ]["fields"]
        properties = schema(kind)["properties"]
        assert [field["name"] for field in fields] == list(properties)
        assert [field["hint"] for field in fields] == [part["description"] for part in properties.values()]


def test_every_field_has_a_known_widget_and_help(collections: dict[str, dict[str, Any]]) -> None:
    for collection in collections.values():
        for field in (part for top in collection["fields"] for part in inside(top)):
            assert field["widget"] in WIDGETS
            for inner in field.get("fields", ()):
                assert inner["hint"]


def test_references_are_pickers(collections: dict[str, dict[str, Any]], handbook: Handbook) -> None:
    pickers = {field["name"]: field for field in collections["kontakt"]["fields"]}
    assert pickers["kallor"]["collection"] == "kalla"
    assert pickers["kallor"]["value_field"] == "kalla/{{slug}}"
    assert pickers["kallor"]["multiple"]
    counties = [option["value"] for option in pickers["lan"]["options"]]
    assert counties == [entry.id for entry in handbook if entry.typ == "lan"]
    found = [f for c in collections.values() for top in c["fields"] for f in inside(top) if f["widget"] == "relation"]
    assert len(found) > 50
    assert all(field["collection"] in BY_NAME for field in found)


def test_a_text_has_the_room_that_it_usually_takes(collections: dict[str, dict[str, Any]]) -> None:
    widgets = {field["name"]: field["widget"] for field in collections["lagrum"]["fields"]}
    assert widgets["kapitel"] == widgets["paragraf"] == widgets["etikett"] == "string"
    assert widgets["betydelse"] == widgets["tillater_inte"] == "text"
    users = next(field for field in collections["lagrum"]["fields"] if field["name"] == "anvands")
    assert users["field"]["widget"] == "string"


def test_kinds_of_areas_can_be_told_apart(collections: dict[str, dict[str, Any]]) -> None:
    sheets = next(field for field in collections["mall"]["fields"] if field["name"] == "blad")
    areas = next(field for field in sheets["fields"] if field["name"] == "omraden")
    assert areas["typeKey"] == "slag"
    assert {kind["name"] for kind in areas["types"]} >= {"fritext", "tabell", "poster"}


def test_changes_are_proposals_but_on_this_computer(handbook: Handbook) -> None:
    there = configuration(handbook, Backend(name="github", repo="stad/handbok").settings)["config"]
    assert there["publish_mode"] == "editorial_workflow"
    assert there["backend"]["branch"] == "main"
    assert configuration(handbook, LOCAL)["config"]["publish_mode"] == "simple"


def test_the_editors_policy_names_only_its_own_servers() -> None:
    assert "http" not in editor_policy(())
    backend = Backend(name="forgejo", repo="stad/handbok", base_url="https://kod.exempelstad.se/")
    assert "connect-src 'self' blob: https://kod.exempelstad.se;" in editor_policy(backend.servers)
    assert "unsafe" not in header_policy()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name: github\nrepo: a/b\nbrnch: x\n", "fältet ”brnch” finns inte här. Menade du ”branch”?"),
        ("name: github\n", "fältet ”repo” saknas"),
        ("name: forgejo\nrepo: a/b\n", "fältet ”base_url” saknas"),
        ("name: [\n", "red.yml:"),
    ],
)
def test_a_backend_that_will_not_do_is_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "red.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Stop, match=r".") as stop:
        read_backend(path)
    assert told in str(stop.value)


def test_no_published_edition_gets_it(tmp_path: Path) -> None:
    backend = tmp_path / "red.yml"
    backend.write_text("name: github\nrepo: stad/handbok\n", encoding="utf-8")
    order = read_order(["--redigera", str(backend)])
    assert order.editor == Backend(name="github", repo="stad/handbok")
    for more in ("--zip", "--server-files"):
        with pytest.raises(Stop, match="förhandsvisning"):
            read_order(["--redigera", str(backend), more])
    for local in ("--local", "--all-in"):
        with pytest.raises(Stop, match="förhandsvisning"):
            read_editions([local, str(tmp_path), "--redigera", str(backend)])


@pytest.mark.browser
def test_the_site_as_it_is_published_has_no_editor(site: Build) -> None:
    assert not (site.folder / "redigera").exists()
    assert not [path for path in site.folder.rglob("*") if "decap" in path.name]
