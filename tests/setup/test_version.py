"""A Python too old gets a sentence, so what it reads before the check must be readable to it."""

import ast
import sys
from pathlib import Path

import pytest

from handbok.setup.places import ROOT
from handbok.setup.version import OLDEST, require_version

SCRIPTS = ROOT / "scripts"
VERBS = [path for path in sorted(SCRIPTS.glob("*.py")) if "enter(" in path.read_text(encoding="utf-8")]
READ_BEFORE_THE_CHECK = [
    SCRIPTS / "handbok" / "__init__.py",
    SCRIPTS / "handbok" / "setup" / "__init__.py",
    SCRIPTS / "handbok" / "setup" / "version.py",
    *VERBS,
]
OLD = (3, 6) if sys.version_info < (3, 13) else (3, 7)  # the oldest that ast still knows


@pytest.mark.parametrize("path", READ_BEFORE_THE_CHECK, ids=lambda path: path.name)
def test_old_python_can_read(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=OLD)
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Match | ast.NamedExpr)]


def test_too_old(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        require_version((3, 9, 2))
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("fel: Python 3.11 eller nyare behövs, den här är 3.9.2 (")
    assert said.count("\n") == 1


def test_new_enough() -> None:
    require_version((*OLDEST, 0))


def test_same_version_everywhere() -> None:
    needed = ".".join(str(part) for part in OLDEST)
    assert f'requires-python = ">={needed}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
