"""The house holds: who may import whom, how long things may be, where things may not be named."""

from __future__ import annotations

import ast
import importlib
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "scripts" / "handbok"

LAYERS = (
    {"setup"},
    {"problems", "faults"},
    {"running", "manners"},
    {"hosting"},
    {"model"},
    {"reading", "law"},
    {"rules"},
    {"local"},
    {"editing", "reports"},
    {"cms"},
    {"checking"},
    {"changes"},
    {"rendering"},
    {"searching"},
    {"site", "printing"},
    {"placement", "progress"},
    {"orders"},
    {"presses"},
    {"building"},
    {"editions"},
    {"lawwatching", "benching", "linking", "serving", "releasing", "impacting"},
)
"""What stands in a line may import what stands in lines above it, and itself."""

ONLY_IN = {
    "yaml": {"reading"},
    "jinja2": {"rendering"},
    "markdown": {"rendering"},
    "mkdocs": {"site"},
    "weasyprint": {"printing"},
    "docx": {"printing"},
    "playwright": {"benching"},
}
"""A library and the one layer that knows it."""

MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
MAX_LINES = 250
MAX_FUNCTION = 40


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rank(layer: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if layer in names)


def imports(path: Path) -> Iterator[str]:
    """Full names of what a module imports, relative ones resolved."""
    package = ("handbok", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: -node.level] if path.name != "__init__.py" else package[: len(package) - node.level]
            start = ".".join(above) if node.level else ""
            base = ".".join(part for part in (start, node.module or "") if part)
            yield from (f"{base}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_layer_imports_only_what_stands_before_it(path: Path) -> None:
    layer = layer_of(path)
    if layer == "__init__":
        assert list(imports(path)) == []
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "handbok" and len(parts) > 1:
            other = parts[1]
            assert other == layer or rank(other) < rank(layer), f"{layer} får inte importera {other} ({name})"
        elif parts[0] in ONLY_IN:
            assert layer in ONLY_IN[parts[0]], f"bara {ONLY_IN[parts[0]]} får importera {parts[0]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= MAX_FUNCTION, f"{node.name} är {length} rader"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_can_be_imported(path: Path) -> None:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    importlib.import_module(".".join(part for part in parts if part != "__init__"))


def test_nothing_is_called_a_bag() -> None:
    bags = {"utils", "helpers", "common", "misc", "util"}
    assert not [path for path in PACKAGE.rglob("*.py") if path.stem in bags]


@pytest.mark.parametrize("path", sorted((PROJECT / "scripts").glob("*.py")), ids=lambda path: path.name)
def test_verbs_are_thin(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 25


def tracked_files() -> list[Path]:
    """What is checked in; in a release, which has no git, everything that came with it."""
    if not (PROJECT / ".git").exists():
        fetched = {".venv", ".cache", "node_modules", "paket", "site", "site-drift"}
        return [
            path for path in PROJECT.rglob("*") if path.is_file() and path.relative_to(PROJECT).parts[0] not in fetched
        ]
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, cwd=PROJECT, check=True).stdout
    return [PROJECT / name for name in listed.split("\0") if name and (PROJECT / name).is_file()]


def test_no_file_names_a_registry_host_or_a_path_of_a_machine() -> None:
    forbidden = [
        "pypi" + ".org",
        "python" + "hosted.org",
        "registry." + "npmjs",
        "deb." + "debian.org",
        "/" + "root/",
        "/" + "work/",
    ]
    for path in tracked_files():
        if path.suffix in {".pdf", ".png", ".woff2"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not [word for word in forbidden if word in text], path


def test_templates_hold_no_logic_but_if_and_for() -> None:
    words = "if elif else endif for endfor include with endwith extends block endblock set endset"
    allowed = set(words.split())
    for path in sorted((PROJECT / "overrides").rglob("*.html")):
        for piece in path.read_text(encoding="utf-8").split("{%")[1:]:
            word = piece.strip("-+ \n").split()[0].split("(")[0]
            assert word in allowed, f"{path.name}: {word}"
