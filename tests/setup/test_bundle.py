"""Packages that came with a release: found by themselves, and nothing is asked of anybody else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handbok.setup import bundle, node
from handbok.setup.message import Stop
from handbok.setup.places import ROOT, venv_python

CLOSED = "http://127.0.0.1:9/"
INSIDE = Path("node_modules/@handbok/prov/node_modules/inre")
"""A package in the folder of another, as npm lays one that is needed in two versions, and under another's name."""


def npm(*arguments: str | Path, cwd: Path) -> str:
    command = [str(part) for part in (venv_python(), "-I", "-c", node.NPM, *arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True).stdout


def packed(place: Path, folder: str, facts: dict[str, Any]) -> dict[str, str]:
    """Put an invented package into the bundle; what a lock says of it."""
    own = place / folder
    own.mkdir()
    (own / "package.json").write_text(json.dumps(facts), encoding="utf-8")
    (own / "index.js").write_text("1;\n", encoding="utf-8")
    npm("pack", "--silent", "--pack-destination", place / "paket" / "npm", cwd=own)
    tarball = place / "paket" / "npm" / bundle.tarball(facts["name"], facts["version"])
    return {"version": facts["version"], "integrity": bundle.integrity(tarball)}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle with an invented npm package and one that lies in its folder, and a lock that names them."""
    (tmp_path / "paket" / "npm").mkdir(parents=True)
    inner = {
        "name": "@handbok/i-stallet",
        **packed(tmp_path, "inre", {"name": "@handbok/i-stallet", "version": "2.0.0"}),
    }
    needs = {"dependencies": {"inre": "npm:@handbok/i-stallet@2.0.0"}}
    outer = packed(tmp_path, "eget", {"name": "@handbok/prov", "version": "1.2.3", **needs})
    third = packed(tmp_path, "tredje", {"name": "nyast", "version": "3.0.0"})
    wishing = packed(tmp_path, "onskar", {"name": "onskar", "version": "1.0.0", "dependencies": {"nyast": "latest"}})
    wanted = {"name": "p", "version": "1.0.0", "dependencies": {"@handbok/prov": "1.2.3", "onskar": "1.0.0"}}
    own = {"node_modules/onskar": {**wishing, "dependencies": {"nyast": "latest"}}, "node_modules/nyast": third}
    packages = {"": wanted, **own, INSIDE.parents[1].as_posix(): {**outer, **needs}, INSIDE.as_posix(): inner}
    lock = {"name": "p", "version": "1.0.0", "lockfileVersion": 3, "requires": True, "packages": packages}
    (tmp_path / "package.json").write_text(json.dumps(wanted), encoding="utf-8")
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    shutil.copyfile(ROOT / ".npmrc", tmp_path / ".npmrc")
    for name, value in {
        "LOCK": tmp_path / "package-lock.json",
        "ROOT": tmp_path,
        "BESIDE": tmp_path / "bredvid",
        "NODE_MODULES": tmp_path / "node_modules",
        "NODE_STAMP": tmp_path / "node_modules" / "stamp.json",
    }.items():
        monkeypatch.setattr(node, name, value)
    monkeypatch.setattr(bundle, "BUNDLE", tmp_path / "paket")
    monkeypatch.setenv("npm_config_registry", CLOSED)
    return tmp_path


def test_npm_takes_the_bundles_files_and_asks_nobody(place: Path) -> None:
    node.ensure("bygge")
    assert (place / "node_modules" / "@handbok" / "prov" / "index.js").is_file()
    assert (place / INSIDE / "index.js").is_file()
    assert (place / "node_modules" / "nyast" / "index.js").is_file()


def test_a_file_that_is_another_than_the_locks_is_refused(place: Path) -> None:
    file = next((place / "paket" / "npm").glob("handbok-prov*"))
    (place / "eget" / "index.js").write_text("2; // elakt\n", encoding="utf-8")
    file.unlink()
    npm("pack", "--silent", "--pack-destination", file.parent, cwd=place / "eget")
    with pytest.raises(Stop, match="är inte det som låsfilen anger"):
        node.ensure("bygge")
    assert not (place / "node_modules").exists()


def test_a_package_that_is_missing_is_named(place: Path) -> None:
    next((place / "paket" / "npm").glob("handbok-prov*")).unlink()
    with pytest.raises(Stop, match=re.escape("saknar npm-paketet @handbok/prov 1.2.3.")):
        node.ensure("bygge")


def test_pip_is_told_to_look_nowhere_else(place: Path) -> None:
    assert bundle.for_pip() == []
    (place / "paket" / "hjul").mkdir()
    assert bundle.for_pip() == ["--no-index", "--find-links", str(place / "paket" / "hjul")]


def test_without_a_bundle_nothing_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "BUNDLE", tmp_path / "paket")
    assert bundle.for_npm(tmp_path, "test") == []


@pytest.mark.parametrize(
    ("path", "facts", "name"),
    [
        ("node_modules/yaml", {}, "yaml"),
        ("node_modules/@fontsource/x", {}, "@fontsource/x"),
        ("node_modules/a/node_modules/@b/c", {}, "@b/c"),
        ("node_modules/rollup", {"name": "@rollup/wasm-node"}, "@rollup/wasm-node"),
    ],
)
def test_a_package_is_asked_for_by_its_own_name(path: str, facts: dict[str, str], name: str) -> None:
    assert bundle.named(path, facts) == name
