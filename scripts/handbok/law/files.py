"""Amendment registers saved as files: JSON of Rättsbaser, or the YAML header of a Markdown edition.

This layer knows no YAML: whoever calls hands over how such a text is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ..problems import Stop
from .registers import NotARegister, Register, from_mapping
from .sources import Saved, newest

ReadYaml = Callable[[str], object]
"""From YAML to plain dicts, lists and texts; raises ValueError."""

LARGEST = 50_000_000
"""Bytes; no register comes near it."""


def saved(folder: Path, read_yaml: ReadYaml) -> Saved:
    """Every register in a folder and the folders in it.

    Raises Stop when there is no folder or nothing in it that could be a register.
    """
    if not folder.is_dir():
        raise Stop(f"Mappen {folder} finns inte.")
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".json", ".yml", ".yaml") and path.is_file())
    if not files:
        raise Stop(f"Mappen {folder} har inga register (.json eller .yml).")
    registers: list[Register] = []
    faults: dict[str, str] = {}
    for path in files:
        try:
            registers.append(read_register(path, read_yaml))
        except NotARegister as fault:
            faults[path.name] = f"{path.name}: {fault}"
    return Saved(newest(registers), faults)


def read_register(path: Path, read_yaml: ReadYaml) -> Register:
    """A saved register.

    Raises NotARegister.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise NotARegister("filen är för stor")
        text = path.read_text(encoding="utf-8-sig")
        found = json.loads(text) if path.suffix == ".json" else read_yaml(_header(text))
    except (OSError, ValueError, RecursionError) as error:
        raise NotARegister(f"filen går inte att läsa ({type(error).__name__})") from None
    return from_mapping(found, path.name)


def _header(text: str) -> str:
    """The header of a Markdown edition, alone in its file or between lines of three dashes."""
    return text.removeprefix("---\n").split("\n---", 1)[0]
