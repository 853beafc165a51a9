"""Packing: the same bytes every time, nothing lost, nothing packed in vain."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli

from handbok.hosting import compress


def test_the_same_bytes_whatever_the_clock_and_the_folder(tmp_path: Path) -> None:
    for name in ("ett", "två"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "sida.html").write_text("Hej på dig. " * 100, encoding="utf-8")
    os.utime(tmp_path / "två" / "sida.html", (0, 0))
    assert [compress(tmp_path / name) for name in ("ett", "två")] == [1, 1]
    for suffix in (".gz", ".br"):
        one, two = ((tmp_path / name / f"sida.html{suffix}").read_bytes() for name in ("ett", "två"))
        assert one == two
    assert gzip.decompress((tmp_path / "ett" / "sida.html.gz").read_bytes()).decode() == "Hej på dig. " * 100
    assert brotli.decompress((tmp_path / "ett" / "sida.html.br").read_bytes()).decode() == "Hej på dig. " * 100


def test_small_files_pictures_and_what_only_grows_are_left(tmp_path: Path) -> None:
    (tmp_path / "liten.html").write_text("x" * 100, encoding="utf-8")
    (tmp_path / "bild.png").write_text("x" * 10_000, encoding="utf-8")
    (tmp_path / "slump.json").write_bytes(os.urandom(10_000))
    assert compress(tmp_path) == 0
    assert len(list(tmp_path.iterdir())) == 3
