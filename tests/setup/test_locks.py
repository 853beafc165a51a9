"""The locks name exact content and no place to fetch it from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from handbok.setup.places import ROOT

RUNTIME = ROOT / "requirements.txt"
TEST = ROOT / "requirements-test.txt"
NPM = ROOT / "package-lock.json"
NAME = re.compile(r"^([A-Za-z0-9_.-]+)")


def requirements(lock: Path) -> list[str]:
    """A lock's requirements, one string each, continuation lines joined."""
    return lock.read_text(encoding="utf-8").replace("\\\n", "").splitlines()


def pins(lock: Path) -> set[str]:
    """What a lock pins, without hashes."""
    return {line.split("--hash")[0].strip() for line in requirements(lock)}


def wanted(dependencies: list[str]) -> set[str]:
    """The names of dependencies as locks write them."""
    return {NAME.match(text)[1].lower().replace("_", "-") for text in dependencies}  # type: ignore[index]


@pytest.mark.parametrize("lock", [RUNTIME, TEST], ids=lambda path: path.name)
def test_every_requirement_is_exact(lock: Path) -> None:
    for line in requirements(lock):
        assert re.match(r"[a-z0-9-]+==\S+ ", line), line[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), line[:80]


@pytest.mark.parametrize(
    "file", [RUNTIME, TEST, NPM, ROOT / ".npmrc", ROOT / "package.json"], ids=lambda path: path.name
)
def test_no_address(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "://" not in text, "ta bort adresserna, även under funding"
    assert "index-url" not in text
    assert "registry=" not in text


def test_lock_for_tests_holds_all() -> None:
    assert pins(RUNTIME) <= pins(TEST)


def test_locks_hold_what_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lock, dependencies in (
        (RUNTIME, project["dependencies"]),
        (TEST, [*project["dependencies"], *project["optional-dependencies"]["test"]]),
    ):
        assert wanted(dependencies) <= {pin.split("==")[0] for pin in pins(lock)}


def test_npm_lock() -> None:
    packages = json.loads(NPM.read_text(encoding="utf-8"))["packages"]
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert packages[""]["dependencies"] == named["dependencies"]
    assert packages[""]["devDependencies"] == named["devDependencies"]
    for path, facts in packages.items():
        assert "resolved" not in facts, path
        assert not path or facts["integrity"].startswith("sha512-"), path
