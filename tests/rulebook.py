"""docs/forvalta/regler.md: every rule with its reason, and from tests/fel/ one wrong and one right example.

The right example lies in tests/fel/<rule>/ratt/: files that replace those of the case; an empty one takes its file
away.
"""

from __future__ import annotations

import difflib
import html
import shutil
from pathlib import Path

from handbok.faults import FAULTS
from handbok.problems import rule_name
from handbok.rules import RULES
from support import PROJECT

FEL = PROJECT / "tests" / "fel"
PAGE = PROJECT / "docs" / "forvalta" / "regler.md"
HEAD = """\
# Regler

<!-- Skriven av tests/test_rulebook.py ur reglerna och tests/fel/. Ändra inte här; kör testet med --update. -->

`python3 scripts/validate.py` håller de här reglerna.
Namnet inom hakparentes sist i ett meddelande är regelns namn här.
En varning stoppar aldrig ett bygge, det gör ett fel.
"""


def rules() -> dict[str, str]:
    """Every rule and its reason, in order."""
    found = {**FAULTS, **{rule_name(rule): (rule.__doc__ or "").split("\n")[0] for rule in RULES}}
    return dict(sorted(found.items()))


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(name, reason) for name, reason in rules().items())])


def mended(case: Path, goal: Path) -> Path:
    """A copy of a case with its right example laid over it."""
    shutil.copytree(case, goal, ignore=shutil.ignore_patterns("ratt"))
    for path in sorted((case / "ratt").rglob("*")):
        if path.is_file():
            target = goal / path.relative_to(case / "ratt")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
            if not path.stat().st_size:
                target.unlink()
    return goal


def first_message(case: Path) -> str:
    """What the case says of its own rule first."""
    lines = (case / "vantat.txt").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if f"[{case.name}]" in line)


def _section(name: str, reason: str) -> str:
    case = FEL / name
    parts = [f"## {name} {{: #{name} }}\n\n{reason}\n"]
    if (case / "vantat.txt").is_file():
        parts.append(f"Meddelandet:\n\n{_code(first_message(case))}")
    for path in sorted((case / "ratt").rglob("*")) if (case / "ratt").is_dir() else ():
        if path.is_file():
            parts.append(_pair(path.relative_to(case / "ratt").as_posix(), case))
    return "\n".join(parts)


def _pair(name: str, case: Path) -> str:
    """What is wrong and what is right in one file: the lines that differ and the one before and after."""
    wrong, right = (_lines(path) for path in (case / name, case / "ratt" / name))
    if not right:
        return f"Fel: filen heter `{name}`.\n"
    if not wrong:
        return f"Rätt: filen heter `{name}`.\n"
    changes = [code for code in difflib.SequenceMatcher(None, wrong, right).get_opcodes() if code[0] != "equal"]
    (_, first, _, other_first, _), (_, _, last, _, other_last) = changes[0], changes[-1]
    before, after = wrong[max(first - 1, 0) : last + 1], right[max(other_first - 1, 0) : other_last + 1]
    return f"Fel, i `{name}`:\n\n{_code(*before)}\nRätt:\n\n{_code(*after)}"


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        return []
    raw = path.read_bytes()
    text = raw.decode("utf-8", errors="replace")
    return text.replace("\ufeff", "␣").replace("\t", "→").splitlines()


def _code(*lines: str) -> str:
    """Lines as they stand; braces in pairs would otherwise call a macro."""
    text = html.escape("\n".join(lines), quote=False).replace("{{", "&#123;&#123;")
    return f"<pre><code>{text}</code></pre>\n"
