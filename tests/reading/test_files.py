"""Files that cannot be read, and paths as messages show them."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbok.problems import Stop
from handbok.reading import load


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "begrepp"
    folder.mkdir(parents=True)
    (folder / "borta.yml").symlink_to(tmp_path / "finns-inte")
    _, problems = load(tmp_path / "content", root=tmp_path)
    assert [str(problem) for problem in problems] == [
        "content/begrepp/borta.yml:1:1: fel: filen går inte att läsa: den finns inte [olasbar-fil]"
    ]


def test_no_content_folder_stops_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="finns inte"):
        load(tmp_path / "content")


def test_the_message_shows_the_whole_path_when_the_file_is_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "begrepp"
    folder.mkdir(parents=True)
    (folder / "tom.yml").write_text("", encoding="utf-8")
    _, problems = load(tmp_path / "content", root=tmp_path / "annanstans")
    assert problems[0].place.file == (folder / "tom.yml").as_posix()
