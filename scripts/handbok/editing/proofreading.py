"""The language check with its memory: a word is not looked up again in the same dictionary."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..model import Handbook
from ..problems import Problem, Stop
from .language import Language, Verdicts, words_of

FOLDER = Path("node_modules") / "dictionary-sv"


def proofread(handbook: Handbook, content: Path, project: Path) -> list[Problem]:
    """Everything that is to be told of the language.

    Raises Stop when the dictionary is not there.
    """
    folder = project / FOLDER
    if not (folder / "index.dic").is_file():
        raise Stop("Ordboken saknas. Kör python3 scripts/build.py --no-pdf en gång; den hämtas då.")
    language = Language(handbook, words_of(content), folder, Verdicts())
    memory = project / ".cache" / "stavning.json"
    marks = _marks(folder, language)
    language.verdicts = _recall(memory, marks)
    before = _as_json(language.verdicts, marks)
    found = sorted(set(language.problems()))
    after = _as_json(language.verdicts, marks)
    if after != before:
        _remember(memory, after)
    return found


def _marks(folder: Path, language: Language) -> dict[str, str]:
    """What verdicts rest on: the dictionary, and the handbook's own words."""
    dictionary = (folder / "index.aff").read_bytes() + (folder / "package.json").read_bytes()
    own = "\n".join(sorted(language.own_words)).encode()
    return {"ordbok": hashlib.sha256(dictionary).hexdigest(), "egna": hashlib.sha256(own).hexdigest()}


def _recall(path: Path, marks: Mapping[str, str]) -> Verdicts:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["ordbok"] == marks["ordbok"]:
            better = dict(kept["battre"]) if kept["egna"] == marks["egna"] else {}
            return Verdicts(set(kept["ratt"]), set(kept["fel"]), better)
    return Verdicts()


def _as_json(verdicts: Verdicts, marks: Mapping[str, str]) -> str:
    told = {"ratt": sorted(verdicts.right), "fel": sorted(verdicts.wrong), "battre": verdicts.better}
    return json.dumps({**marks, **told}, ensure_ascii=False, sort_keys=True)


def _remember(path: Path, text: str) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".ny")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
