"""Every content type is complete: model, part, first entry; and the handbook holds what it must."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from handbok.model import CONTENT_TYPES, Entry, Handbook, Kalla, SourcedEntry
from handbok.reading.validation import _models
from handbok.rendering import Renderer

PROJECT = Path(__file__).resolve().parents[1]
REQUIRED: dict[str, Any] = yaml.safe_load((PROJECT / "tests" / "innehall.yml").read_text(encoding="utf-8"))


def parts_of(model: type[BaseModel]) -> set[type[BaseModel]]:
    found = {model}
    for field in model.model_fields.values():
        for inner in _models(field.annotation):
            if inner not in found:
                found |= parts_of(inner)
    return found


@pytest.mark.parametrize("kind", CONTENT_TYPES, ids=lambda kind: kind.typ)
class TestType:
    def test_model_has_a_file_of_its_own(self, kind: type[Entry]) -> None:
        assert kind.__module__ == f"handbok.model.{kind.typ}"

    def test_every_field_is_described_in_swedish_without_dots_in_its_name(self, kind: type[Entry]) -> None:
        for model in parts_of(kind):
            assert model.__doc__
            for name, field in model.model_fields.items():
                assert field.description, f"{model.__name__}.{name} saknar beskrivning"
                assert name.isascii()

    def test_rests_on_sources_unless_it_is_one_or_a_register(self, kind: type[Entry]) -> None:
        assert issubclass(kind, SourcedEntry) or kind is Kalla or kind.tabell
        if issubclass(kind, SourcedEntry):
            assert kind.model_fields["kallor"].is_required()
            assert kind.model_fields["kallor"].metadata[0].min_length == 1

    def test_has_a_part_once_it_has_an_entry(self, kind: type[Entry], handbook: Handbook) -> None:
        if handbook.all(kind):
            assert (PROJECT / "overrides" / "innehall" / f"{kind.typ}.html").is_file()

    def test_has_a_first_entry_unless_it_is_known_to_come_later(self, kind: type[Entry], handbook: Handbook) -> None:
        assert bool(handbook.all(kind)) != (kind.typ in REQUIRED["senare"]), (
            f"{kind.typ}: skriv en första post, eller ändra ”senare” i tests/innehall.yml"
        )


@pytest.mark.parametrize("typ", REQUIRED["ids"])
def test_required_entries_are_there(typ: str, handbook: Handbook) -> None:
    missing = [slug for slug in REQUIRED["ids"][typ] if f"{typ}/{slug}" not in handbook]
    assert missing == []


@pytest.mark.parametrize(("typ", "least"), REQUIRED["minst"].items())
def test_there_are_enough(typ: str, least: int, handbook: Handbook) -> None:
    assert sum(entry.typ == typ for entry in handbook) >= least


def test_every_entry_can_be_drawn(handbook: Handbook, renderer: Renderer) -> None:
    for entry in handbook:
        assert renderer.part(entry).strip(), entry.id
