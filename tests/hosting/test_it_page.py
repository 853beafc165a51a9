"""The page for the IT department says nothing that is not so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from handbok.hosting.policy import SHORT, headers
from support import PROJECT

PAGES = [PROJECT / "docs" / "forvalta" / f"{name}.md" for name in ("it-avdelningen", "prova-en-utgava")]
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in PAGES}


@pytest.mark.parametrize("name", TEXTS)
def test_its_commands_have_the_choices_it_names(name: str) -> None:
    calls = re.findall(r"python3 (scripts/\w+\.py)([^`\n]*)", TEXTS[name])
    assert calls
    for verb, rest in calls:
        command = [sys.executable, PROJECT / verb, "--help"]
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert [choice for choice in re.findall(r"--[a-z-]+", rest) if choice not in shown] == [], verb


def test_the_files_it_names_are_made(server_files: Path) -> None:
    named = set(re.findall(r"`(?:drift/)?([\w-]+\.(?:conf|yml|config))`", TEXTS["it-avdelningen"])) - {"webbplats.yml"}
    assert {"nginx.conf", "apache.conf", "web.config", "github-pages.yml", "gitlab-ci.yml"} <= named
    made = {path.name for path in server_files.iterdir()}
    assert {name for name in named if name not in made} <= {"stad-for-stad.conf", "applicationHost.config"}


def test_what_to_expect_is_what_is_promised() -> None:
    text = TEXTS["it-avdelningen"]
    assert all(name in text for name in headers())
    assert f"Referrer-Policy: {headers()['Referrer-Policy']}" in text
    assert "Cache-Control: public, max-age=300" in text
    assert SHORT.startswith("public, max-age=300,")


def test_every_part_fits_on_a_screen() -> None:
    for part in re.split(r"^## ", TEXTS["it-avdelningen"], flags=re.MULTILINE):
        assert len(part.splitlines()) <= 25, part.splitlines()[0]
