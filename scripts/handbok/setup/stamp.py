"""What was set up, written down last, so that a set-up killed half-way leaves no stamp and is done again."""

import hashlib
import json
from pathlib import Path
from typing import Literal

Level = Literal["bygge", "test"]
Facts = dict[str, str]


def fingerprint(file: Path) -> str:
    """A file's content in one short line."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def read(stamp: Path) -> Facts:
    """What a stamp says; nothing when it is missing or damaged."""
    try:
        facts = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return facts if isinstance(facts, dict) else {}


def write(stamp: Path, facts: Facts) -> None:
    """Write a stamp, whole or not at all."""
    new = stamp.with_name(stamp.name + ".ny")
    new.write_text(json.dumps(facts, indent=1), encoding="utf-8")
    new.replace(stamp)


def holds(stamp: Path, wanted: Facts) -> bool:
    """Whether everything wanted was set up. More than wanted is well too."""
    return wanted.items() <= read(stamp).items()
