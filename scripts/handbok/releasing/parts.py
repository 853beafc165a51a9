"""What the software is made of, as a CycloneDX 1.6 document: the packages that a build uses, as the locks pin them."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from ..setup.bundle import named
from .facts import NAME, Release

LICENCE = "EUPL-1.2 AND CC-BY-4.0"
_PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)(.*?)(?=^[A-Za-z0-9]|\Z)", re.MULTILINE | re.DOTALL)


def parts_list(release: Release) -> str:
    """The whole document; the same bytes for the same commit."""
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"{NAME}:{release.version}:{release.commit}"), version=1)
    bom.metadata.timestamp = datetime.fromtimestamp(release.moment, UTC)
    bom.metadata.component = _itself(release)
    parts = [*_python(release.project / "requirements.txt"), *_npm(release.project / "package-lock.json")]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(bom.metadata.component, parts)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _itself(release: Release) -> Component:
    return Component(
        name=NAME,
        version=release.version,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[LicenseFactory().make_from_string(LICENCE)],
    )


def _python(lock: Path) -> Iterator[Component]:
    """One part a pin. The hashes of a pin are those of all its files, for every kind of machine."""
    for name, version, rest in _PIN.findall(lock.read_text(encoding="utf-8")):
        hashes = [HashType(alg=HashAlgorithm.SHA_256, content=found) for found in re.findall(r"sha256:(\w+)", rest)]
        yield _part(name, version, PackageURL("pypi", None, name, version), hashes, _licence_of(name))


def _npm(lock: Path) -> Iterator[Component]:
    """The packages that are in the site; those for tests alone are left out."""
    for path, facts in json.loads(lock.read_text(encoding="utf-8"))["packages"].items():
        if path and not facts.get("dev"):
            name = named(path, facts)
            group, _, short = name.rpartition("/")
            content = base64.b64decode(facts["integrity"].removeprefix("sha512-")).hex()
            hashes = [HashType(alg=HashAlgorithm.SHA_512, content=content)]
            url = PackageURL("npm", group or None, short, facts["version"])
            yield _part(name, facts["version"], url, hashes, facts.get("license", ""))


def _part(name: str, version: str, url: PackageURL, hashes: list[HashType], licence: str) -> Component:
    found = LicenseFactory().make_from_string(licence) if licence else None
    return Component(
        name=name, version=version, bom_ref=BomRef(str(url)), purl=url, hashes=hashes, licenses=[found] if found else []
    )


def _licence_of(name: str) -> str:
    """What an installed package says of its licence; nothing for one that this kind of machine does not take."""
    try:
        facts = metadata(name)
    except PackageNotFoundError:
        return ""
    classified = [
        line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or [] if line.startswith("License")
    ]
    said = {name: facts[name] for name in ("License-Expression", "License") if name in facts}
    short = said.get("License", "")
    short = "" if len(short) > 60 or short == "UNKNOWN" else short
    return said.get("License-Expression") or short or " / ".join(classified)
