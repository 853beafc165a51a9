"""Archives and notes: what is in them decides every byte."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from handbok.releasing.archives import Member, folder, write_sums, write_zip
from handbok.releasing.notes import notes, section

CHANGELOG = """# Ändringar

## Inte utgivet

- På väg.

## [1.10.0] – 2027-01-15

### Tillagt

- Nytt.

## 1.1.0

"""


@pytest.fixture
def changelog(tmp_path: Path) -> Path:
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    return tmp_path / "CHANGELOG.md"


def test_clock_order_and_rights_leave_no_trace(tmp_path: Path) -> None:
    for name, stamp in (("ett", 0), ("två", 1_900_000_000)):
        (tmp_path / name).mkdir()
        for file in ("å.txt", "b.txt") if stamp else ("b.txt", "å.txt"):
            (tmp_path / name / file).write_text(file * 100, encoding="utf-8")
            (tmp_path / name / file).chmod(0o600 if stamp else 0o644)
            os.utime(tmp_path / name / file, (stamp, stamp))
        write_zip(tmp_path / f"{name}.zip", folder(tmp_path / name, "topp"), 1_795_219_200)
    assert (tmp_path / "ett.zip").read_bytes() == (tmp_path / "två.zip").read_bytes()


def test_names_rights_and_time_are_kept(tmp_path: Path) -> None:
    members = [Member("topp/kör.sh", b"#!/bin/sh\n", executable=True), Member("topp/å.whl", b"x" * 1000)]
    with zipfile.ZipFile(write_zip(tmp_path / "a.zip", members, 1_795_219_200)) as archive:
        script, wheel = archive.infolist()
        assert archive.testzip() is None
    assert (script.filename, script.external_attr >> 16) == ("topp/kör.sh", 0o100755)
    assert (wheel.filename, wheel.external_attr >> 16) == ("topp/å.whl", 0o100644)
    assert wheel.compress_type == zipfile.ZIP_STORED
    assert script.date_time == (2026, 11, 21, 0, 0, 0)


def test_a_time_before_zip_files_is_no_fault(tmp_path: Path) -> None:
    with zipfile.ZipFile(write_zip(tmp_path / "a.zip", [Member("a", b"a")], 0)) as archive:
        assert archive.infolist()[0].date_time[0] == 1980


def test_sums_are_as_sha256sum_reads_them(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"b")
    (tmp_path / "a.md").write_bytes(b"a")
    write_sums(tmp_path)
    expected = "".join(f"{hashlib.sha256(name[:1].encode()).hexdigest()}  {name}\n" for name in ("a.md", "b.zip"))
    assert write_sums(tmp_path).read_text(encoding="utf-8") == expected


@pytest.mark.parametrize(
    ("heading", "text"),
    [("1.10.0", "### Tillagt\n\n- Nytt."), ("1.1.0", None), ("1.1", None), ("Inte utgivet", "- På väg."), ("2", None)],
)
def test_a_version_is_found_by_its_whole_number_and_empty_is_missing(
    changelog: Path, heading: str, text: str | None
) -> None:
    assert section(changelog, heading) == text


def test_a_trial_tells_what_is_not_released(changelog: Path) -> None:
    assert notes(changelog, "2.0.0", trial=True) == "# Stad för stad 2.0.0 (prov)\n\n- På väg.\n"
    assert notes(changelog, "1.10.0", trial=False).startswith("# Stad för stad 1.10.0\n\n### Tillagt")
