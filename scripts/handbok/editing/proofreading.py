"""The language check with its memory: a word found right is not looked up again by the same dictionary."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from ..model import Handbook
from ..problems import Problem, Stop
from .dictionary import Dictionary
from .language import Language, words_of

FOLDER = Path("node_modules") / "dictionary-sv"


def proofread(handbook: Handbook, content: Path, project: Path) -> list[Problem]:
    """Everything that is to be told of the language.

    Raises Stop when the dictionary is not there.
    """
    folder = project / FOLDER
    if not (folder / "index.dic").is_file():
        raise Stop("Ordboken saknas. Kör python3 scripts/build.py --no-pdf en gång; den hämtas då.")
    memory = project / ".cache" / "stavning.json"
    mark = hashlib.sha256((folder / "index.aff").read_bytes() + (folder / "package.json").read_bytes()).hexdigest()
    known = _recall(memory, mark)
    before = len(known)
    found = sorted(set(Language(handbook, words_of(content), Dictionary(folder), known).problems()))
    if len(known) != before:
        _remember(memory, mark, known)
    return found


def _recall(path: Path, mark: str) -> set[str]:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(path.read_text(encoding="utf-8"))
        return set(kept["ord"]) if kept["ordbok"] == mark else set()
    return set()


def _remember(path: Path, mark: str, known: set[str]) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".ny")
        beside.write_text(json.dumps({"ordbok": mark, "ord": sorted(known)}, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
