"""What counts as a change, and what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from handbok.serving.watching import Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content" / "begrepp").mkdir(parents=True)
    (tmp_path / "content" / "begrepp" / "a.yml").write_text("a", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    return tmp_path


def test_nothing_new_is_no_change(folder: Path) -> None:
    assert Watch.over([folder / "content"]).changed() == frozenset()


def test_written_new_and_gone_are_told_once(folder: Path) -> None:
    watch = Watch.over([folder / "content", folder / "mkdocs.yml"])
    old, new = folder / "content" / "begrepp" / "a.yml", folder / "content" / "b.yml"
    old.unlink()
    new.write_text("b", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("mer", encoding="utf-8")
    assert watch.changed() == {old, new, folder / "mkdocs.yml"}
    assert watch.changed() == frozenset()


def test_a_new_time_with_the_same_size_is_a_change(folder: Path) -> None:
    watch = Watch.over([folder])
    os.utime(folder / "mkdocs.yml", (1, 1))
    assert watch.changed() == {folder / "mkdocs.yml"}


@pytest.mark.parametrize("name", ["a.yml~", ".a.yml.swp", ".git/index", "__pycache__/a.pyc", "a.tmp"])
def test_what_editors_leave_is_no_change(folder: Path, name: str) -> None:
    watch = Watch.over([folder])
    (folder / "content" / name).parent.mkdir(exist_ok=True)
    (folder / "content" / name).write_text("x", encoding="utf-8")
    assert watch.changed() == frozenset()


def test_a_place_that_does_not_exist_yet_is_watched(folder: Path) -> None:
    watch = Watch.over([folder / "lokalt"])
    (folder / "lokalt").mkdir()
    (folder / "lokalt" / "utgava.yml").write_text("x", encoding="utf-8")
    assert watch.changed() == {folder / "lokalt" / "utgava.yml"}
