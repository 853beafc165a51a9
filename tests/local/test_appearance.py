"""Colours against the grounds they stand on, sheets against their headings, evidence against the tests it names."""

from __future__ import annotations

import re

import pytest

from handbok.local import read_and_lay
from handbok.local.about import about_facts
from handbok.local.contrast import DARK, LEAST, LIGHT, contrast, is_colour, worst
from handbok.local.sheets import SHEETS
from handbok.model import Handbook, Mall
from local.overlays import EXEMPELSTAD
from support import PROJECT

STYLE = (PROJECT / "overrides" / "form" / "variabler.css").read_text(encoding="utf-8")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("grounds", "where"), [(LIGHT, STYLE.split("slate")[0]), (DARK, STYLE.split('"slate"]', 1)[1])]
)
def test_grounds_are_those_of_the_pages(grounds: dict[str, str], where: str) -> None:
    names = ("--farg-vit", "--farg-papper", "--farg-papper-djup")
    assert {re.search(rf"{name}: (#[0-9a-f]+)", where)[1] for name in names} == set(grounds.values())  # type: ignore[index]


def test_the_handbooks_own_accent_will_do() -> None:
    light, dark = re.findall(r"--farg-accent: (#[0-9a-f]{6})", STYLE)[:2]
    assert worst(light, LIGHT)[1] >= LEAST
    assert worst(dark, DARK)[1] >= LEAST


@pytest.mark.parametrize("text", ["#fff", "red", "#12345g", "#123456;}body{", "url(x)", "#123456 "])
def test_a_colour_is_six_digits(text: str) -> None:
    assert not is_colour(text)


def test_every_sheet_of_the_routine_is_there_and_filled_in(handbook: Handbook) -> None:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    assert set(local.filled) == set(SHEETS)
    for id_, sheet in local.filled.items():
        before = handbook[id_]
        assert isinstance(before, Mall)
        pairs = zip(before.blad, sheet.blad, strict=True)
        changed = [
            new.rubrik
            for old_page, new_page in pairs
            for old, new in zip(old_page.omraden, new_page.omraden, strict=True)
            if old != new
        ]
        assert changed, id_
        assert "070-174 06 1" in str(sheet.blad)


def test_a_filled_sheet_keeps_its_shape(handbook: Handbook) -> None:
    local, _ = read_and_lay(EXEMPELSTAD, handbook, PROJECT)
    for id_, sheet in local.filled.items():
        type(sheet).model_validate(_plain(sheet.model_dump(mode="json")))
        assert sheet.id == id_


def _plain(value: object) -> object:
    """As YAML would have it: texts, lists and fields, nothing where nothing is said."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value


def test_evidence_names_tests_that_exist() -> None:
    rows = about_facts(PROJECT)["provat"]
    assert rows
    for row in rows:
        assert (PROJECT / row.fil).is_file(), row.fil
        tool = row.hur.split()[0].lower().replace("-core", "")
        if tool in ("axe", "verapdf"):
            assert tool in (PROJECT / row.fil).read_text(encoding="utf-8").lower()
