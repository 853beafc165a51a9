"""The verb: exit codes and formats, as an editor and a workflow meet them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from support import PROJECT, run_verb

CASE = PROJECT / "tests" / "fel" / "okand-hanvisning" / "content"


def test_the_real_content_is_clean() -> None:
    done = run_verb("validate")
    assert done.returncode == 0, done.stdout


def test_errors_give_1_and_warnings_0() -> None:
    assert run_verb("validate", "--content", str(CASE)).returncode == 1
    warned = run_verb("validate", "--content", str(CASE.parents[1] / "foraldralos" / "content"))
    assert warned.returncode == 0
    assert "varning" in warned.stdout


def test_wrong_use_gives_2_without_a_traceback(tmp_path: Path) -> None:
    for arguments in (["--content", str(tmp_path / "borta")], ["--format", "xml"], ["--today", "i går"], ["--okand"]):
        done = run_verb("validate", *arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stdout + done.stderr


def test_json_is_json() -> None:
    told = json.loads(run_verb("validate", "--content", str(CASE), "--format", "json").stdout)
    rows = [row for row in told if row["level"] == "fel"]
    assert {row["rule"] for row in rows} == {"okand-hanvisning"}
    assert rows[0]["line"] == 3


def test_github_annotations_are_escaped(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path / "content")
    done = run_verb("validate", "--content", str(tmp_path / "content"), "--format", "github")
    first = next(line for line in done.stdout.splitlines() if "okand-hanvisning" in line)
    assert first.startswith("::error file=")
    assert "line=3,col=1,title=okand-hanvisning::hänvisningen" in first


def test_every_rule_is_listed_with_its_reason() -> None:
    done = run_verb("validate", "--list")
    assert done.returncode == 0
    assert all(len(line.split(maxsplit=1)) == 2 for line in done.stdout.splitlines())
