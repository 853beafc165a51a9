"""Forms and workflows on GitHub: they parse, and name folders and verbs that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from support import PROJECT

GITHUB = PROJECT / ".github"


@pytest.mark.parametrize("path", sorted(GITHUB.rglob("*.yml")), ids=lambda path: path.name)
def test_every_file_is_yaml_with_the_parts_that_are_needed(path: Path) -> None:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    if path.parent.name == "workflows":
        assert {"name", "permissions", "jobs"} <= set(found)
        for verb in re.findall(r"scripts/(\w+\.py)", path.read_text(encoding="utf-8")):
            assert (PROJECT / "scripts" / verb).is_file()
    elif path.name != "config.yml":
        assert {"name", "description", "body"} <= set(found)
        assert all("label" in part["attributes"] or part["type"] == "markdown" for part in found["body"])


def test_owners_are_named_per_folder_that_exists() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 2 and row[1].startswith("@") for row in rows)
    assert all((PROJECT / row[0].strip("/")).is_dir() for row in rows if row[0] != "*")
    assert {"/content/", "/docs/", "/overrides/", "/scripts/", "/tests/"} <= {row[0] for row in rows}
