"""A new address in place of an old one where it stands in content; nothing else on the line changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..problems import Place
from .judging import Verdict

_WILL_DO = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]+\.[^\s<>\"'`|\\^{}\[\]]+")


def mend(verdicts: Mapping[str, Verdict], places: Mapping[str, Sequence[Place]], root: Path) -> list[str]:
    """Write the new address of everything that has moved for good; gives what was changed, a line each."""
    edits = [
        (place, address, verdict.new)
        for address, verdict in verdicts.items()
        if verdict.new and _WILL_DO.fullmatch(verdict.new)
        for place in places.get(address, ())
    ]
    changed = []
    for place, old, new in sorted(edits, key=lambda edit: (edit[0].file, edit[0].line, -edit[0].column)):
        if _replace(root / place.file, place, old, new):
            changed.append(f"{place.file}:{place.line}: {old} -> {new}")
    return changed


def _replace(path: Path, place: Place, old: str, new: str) -> bool:
    """Put one address in place of another; False when the line is no longer as it was."""
    lines = path.read_bytes().decode("utf-8").split("\n")
    line, start = lines[place.line - 1], place.column - 1
    if line[start : start + len(old)] != old:
        return False
    lines[place.line - 1] = line[:start] + new + line[start + len(old) :]
    path.write_bytes("\n".join(lines).encode())
    return True
