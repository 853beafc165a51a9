"""The folder paket/: packages that came with a release, for a machine that reaches no registry.

Where it lies beside the source, nothing is fetched from anywhere else; the locks' fingerprints hold as always.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from handbok.setup.message import Stop
from handbok.setup.places import ROOT
from handbok.setup.stamp import Level

Facts = Mapping[str, str]
"""What npm's lock says of a package."""
BUNDLE = ROOT / "paket"
WHEELS = "hjul"
NPM_FOLDER = "npm"


def for_pip() -> list[str]:
    """What pip is to be told besides: nothing when there is no bundle."""
    return ["--no-index", "--find-links", str(BUNDLE / WHEELS)] if (BUNDLE / WHEELS).is_dir() else []


def for_npm(folder: Path, level: Level) -> list[str]:
    """What npm is to be told besides, after the lock in `folder` has been led to the bundle's own files."""
    if not (BUNDLE / NPM_FOLDER).is_dir():
        return []
    path = folder / "package-lock.json"
    lock = json.loads(path.read_text(encoding="utf-8"))
    for place, facts in lock["packages"].items():
        facts["dependencies"] = _without_tags(facts.get("dependencies", {}), lock["packages"])
        if place and (level == "test" or not facts.get("dev")):
            facts["resolved"] = f"file:{own_file(named(place, facts), facts['version']).as_posix()}"
    path.write_text(json.dumps(lock), encoding="utf-8")
    return ["--offline", "--cache", str(folder / "cache")]


def _without_tags(wishes: Mapping[str, str], packages: Mapping[str, Facts]) -> dict[str, str]:
    """The same with the lock's version where a package wishes for ”latest”: only a registry knows what that is."""
    exact = {name: packages.get(f"node_modules/{name}", {}).get("version", wish) for name, wish in wishes.items()}
    return {name: exact[name] if wish.isalpha() else wish for name, wish in wishes.items()}


def own_file(name: str, version: str) -> Path:
    """The bundle's file of an npm package."""
    file = BUNDLE / NPM_FOLDER / tarball(name, version)
    if not file.is_file():
        why = "Hör den till en annan version, eller fattas paketen för prov?"
        raise Stop(f"Mappen {BUNDLE} saknar npm-paketet {name} {version}. {why}")
    return file


def named(place: str, facts: Facts) -> str:
    """The name of the package at a place in npm's lock: it may lie in another's folder, or stand in for another."""
    return facts.get("name") or place.rpartition("node_modules/")[2]


def tarball(name: str, version: str) -> str:
    """What npm calls a package's file."""
    return f"{name.removeprefix('@').replace('/', '-')}-{version}.tgz"


def integrity(file: Path) -> str:
    """A file's fingerprint as npm's lock writes it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
