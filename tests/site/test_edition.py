"""The edition being built, when a generator asks for it without our build around."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handbok.model import Handbook
from handbok.problems import Place, Problem, Stop
from handbok.site import edition


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every time the content is read; it always has a fault."""
    told: list[Path] = []

    def read(content: Path, *_: Any) -> tuple[Handbook, list[Problem]]:
        told.append(content)
        return Handbook(), [Problem(Place("content/x.yml", 1), "fel", "något är fel")]

    monkeypatch.setattr(edition, "_current", edition._Current())
    monkeypatch.setattr(edition, "read_and_check", read)
    return told


def test_content_with_a_fault_is_read_once_and_told_every_time(reads: list[Path]) -> None:
    for _ in range(3):
        with pytest.raises(Stop, match="något är fel"):
            edition.current()
    assert len(reads) == 1


def test_a_newer_file_is_read_after_the_pause(reads: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "PAUSE", -1.0)
    for newest in (1.0, 2.0, 2.0):
        monkeypatch.setattr(edition, "_newest", lambda newest=newest: newest)
        with pytest.raises(Stop):
            edition.current()
    assert len(reads) == 2
